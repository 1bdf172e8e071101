using System.Globalization;
using System.Text;
using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Fields;
using static PaymentCustomers.CustomerField;

namespace PaymentCustomers.Tests.Engine.Fields;

public sealed class FieldCatalogTests
{
    // Copied from contracts/dots.md, "The object", and contracts/onepay.md, "Create"; not from the catalog.
    private static readonly Dictionary<string, Dictionary<CustomerField, string>> WireNames = new()
    {
        ["Dots"] = new()
        {
            [FirstName] = "first_name",
            [MiddleName] = "middle_name",
            [LastName] = "last_name",
            [BusinessName] = "business_name",
            [Email] = "email",
            [Phone] = "phone_number",
            [CountryCode] = "country_code",
            [UserId] = "user_id",
            [Country] = "address.country",
            [City] = "address.city",
            [State] = "address.state",
            [Postcode] = "address.postcode",
            [AddressLine1] = "address.line_1",
            [AddressLine2] = "address.line_2",
            [Metadata] = "metadata",
        },
        ["OnePay"] = new()
        {
            [CustomerType] = "user_type",
            [FirstName] = "first_name",
            [LastName] = "last_name",
            [Email] = "email",
            [Phone] = "phone",
            [DocumentType] = "document_type",
            [DocumentNumber] = "document_number",
            [EnableNotifications] = "enable_notifications",
            [Nationality] = "nationality",
            [BirthDate] = "birthdate",
            [RelatedTo] = "related_to",
        },
    };

    // Fields that are used, but not under their own name in the body.
    private static readonly Dictionary<string, CustomerField[]> UsedOtherwise = new()
    {
        ["Dots"] = [IdempotencyKey],
        ["OnePay"] = [MiddleName, BusinessName, CountryCode, IdempotencyKey],
    };

    [Fact]
    public void Every_field_has_one_rule_in_the_order_of_the_enum()
    {
        Assert.Equal(Enum.GetValues<CustomerField>(), FieldCatalog.All.Select(rule => rule.Field));
        Assert.All(FieldCatalog.All, rule => Assert.Same(rule, FieldCatalog.Rule(rule.Field)));
        Assert.All(FieldCatalog.All, rule => Assert.Equal(rule.Field.ToString(), rule.Name));
    }

    [Fact]
    public void No_column_name_belongs_to_two_fields()
    {
        var names = from rule in FieldCatalog.All
                    from name in rule.Aliases.Concat(rule.Columns).Concat(PaymentProviders.All.Select(provider => provider.Format[rule.Field] is { IsJoined: false, WireName: { } wire } ? wire : "").Append(rule.Name))
                    where name.Length > 0
                    let letters = name.Normalize(NormalizationForm.FormD).Where(character => character is not ('_' or '-' or ' ') && !IsAccent(character))
                    let folded = string.Concat(letters).ToUpperInvariant()
                    group rule.Field by folded into fields
                    where fields.Distinct().Count() > 1
                    select $"{fields.Key}: {string.Join(", ", fields.Distinct())}";

        Assert.Equal([], names);
    }

    [Fact]
    public void No_alias_of_a_parameter_is_also_listed_as_a_column_only_name() =>
        Assert.All(FieldCatalog.All, rule => Assert.Empty(rule.Columns.Intersect(rule.Aliases, StringComparer.OrdinalIgnoreCase)));

    [Theory]
    [InlineData("Dots")]
    [InlineData("OnePay")]
    public void A_provider_has_exactly_the_fields_of_its_contract_under_the_contracts_names(string provider)
    {
        var format = PaymentProviders.Get(provider).Format;

        var named = from field in format.Fields
                    where field.WireName is not null
                    select KeyValuePair.Create(field.Field, field.WireName!);
        var unnamed = from field in format.Fields
                      where field.WireName is null
                      select field.Field;

        Assert.Equal(WireNames[provider].OrderBy(pair => pair.Key), named.OrderBy(pair => pair.Key));
        Assert.Equal(UsedOtherwise[provider], unnamed);
    }

    [Theory]
    [InlineData("Dots", new CustomerField[0])]
    [InlineData("OnePay", new[] { FirstName, LastName, Email, Phone, CustomerType, DocumentType, DocumentNumber })]
    public void The_required_fields_are_those_of_the_contract(string provider, CustomerField[] required)
    {
        var format = PaymentProviders.Get(provider).Format;

        Assert.Equal(required, format.Fields.Where(field => field.IsRequired).Select(field => field.Field));
    }

    [Fact]
    public void Fields_that_identify_reach_or_describe_a_person_are_personal()
    {
        CustomerField[] personal =
        [
            FirstName, MiddleName, LastName, BusinessName, Email, Phone, DocumentNumber, BirthDate, Postcode, AddressLine1, AddressLine2, Metadata,
        ];

        Assert.Equal(personal, FieldCatalog.All.Where(rule => rule.IsPersonal).Select(rule => rule.Field));
    }

    [Theory]
    [InlineData("Dots", false, false, new string[0])]
    [InlineData("OnePay", true, true, new[] { "DocumentNumber" })]
    public void The_description_of_a_provider_shows_what_it_supports(string name, bool canRemove, bool honoursKey, string[] serverFilters)
    {
        var info = PaymentProviders.Describe(PaymentProviders.Get(name));

        Assert.Equal(name, info.ToString());
        Assert.Equal(canRemove, info.CanRemove);
        Assert.Equal(honoursKey, info.HonoursIdempotencyKey);
        Assert.Equal(serverFilters, info.ServerFilters);
        Assert.Equal(
            WireNames[name].Keys.Concat(UsedOtherwise[name]).Order().Select(field => field.ToString()),
            info.Fields.Select(field => field.Name));
        Assert.All(info.Fields, field => Assert.Equal(FieldCatalog.Rule(Enum.Parse<CustomerField>(field.Name)).Aliases, field.Aliases));
        Assert.All(info.Fields, field => Assert.Equal(FieldCatalog.Rule(Enum.Parse<CustomerField>(field.Name)).Columns, field.Columns));
    }

    [Theory]
    [InlineData("Dots", "https://api.dots.dev/api", "https://pls.senddotssandbox.com/api")]
    [InlineData("OnePay", "https://api.onepay.la/v1", "https://api.onepay.la/v1")]
    public void The_description_of_a_provider_shows_its_addresses(string name, string production, string sandbox)
    {
        var info = PaymentProviders.Describe(PaymentProviders.Get(name));

        Assert.Equal(production, info.ProductionUri.AbsoluteUri);
        Assert.Equal(sandbox, info.SandboxUri.AbsoluteUri);
    }

    [Theory]
    [InlineData("dots", "Dots")]
    [InlineData("ONEPAY", "OnePay")]
    public void A_provider_name_may_have_any_case(string given, string name) =>
        Assert.Equal(name, PaymentProviders.Get(given).Name);

    [Fact]
    public void The_error_for_an_unknown_provider_names_the_providers()
    {
        var error = Assert.Throws<PaymentException>(() => PaymentProviders.Get("Acme")).Error;

        Assert.Equal(PaymentErrorId.ConnectionInvalid, error.Id);
        Assert.Equal("'Acme' is not a provider. Use one of: Dots, OnePay, Stripe.", error.Message);
    }

    private static bool IsAccent(char character) => char.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark;
}
