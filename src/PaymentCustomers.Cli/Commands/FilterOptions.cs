using System.CommandLine;
using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Cli.Commands;

/// <summary>The options that select customers.</summary>
internal sealed class FilterOptions
{
    private readonly Option<string?> _email = new("--email") { Description = "Only customers with this e-mail address.", HelpName = "ADDRESS" };

    private readonly Option<string?> _phone = new("--phone") { Description = "Only customers with this telephone number.", HelpName = "NUMBER" };

    private readonly Option<string?> _document = new("--document-number") { Description = "OnePay: only customers with this document number.", HelpName = "NUMBER" };

    private readonly Option<string?> _userId = new("--user-id") { Description = "Dots: only customers of this user.", HelpName = "ID" };

    public void AddTo(Command command)
    {
        Option<string?>[] options = [_email, _phone, _document, _userId];
        foreach (var option in options)
            command.Add(option);
        command.RefuseBlank(options);
    }

    /// <exception cref="CliException">The provider does not have the field.</exception>
    public CustomerFilter Read(ParseResult result, PaymentProvider provider)
    {
        var filter = new CustomerFilter
        {
            Email = result.GetValue(_email),
            Phone = result.GetValue(_phone),
            DocumentNumber = CustomerFilter.AsSent(result.GetValue(_document)),
            UserId = result.GetValue(_userId),
        };
        try
        {
            filter.Check(provider);
            return filter;
        }
        catch (PaymentException e)
        {
            throw new CliException(e.Message, "Omit the option: customers cannot be searched by this field. 'payment-customers providers' lists the fields of each provider.");
        }
    }
}
