using System.Text;
using PaymentCustomers.Engine.Connections;
using PaymentCustomers.Engine.Providers;
using PaymentCustomers.Engine.Rows;

namespace PaymentCustomers.Microbenchmarks;

/// <summary>Typical rows and responses.</summary>
internal static class Samples
{
    public static string[] Columns(string provider) => provider is "Dots" or "Stripe"
        ? ["first_name", "last_name", "email", "country_code", "phone_number", "country", "city", "state", "postcode", "line_1", "metadata.plan"]
        : ["user_type", "first_name", "last_name", "email", "phone", "document_type", "document_number", "enable_notifications", "nationality", "birthdate"];

    public static string[] Good(string provider) => provider is "Dots" or "Stripe"
        ? ["José", "García Márquez", "customer.12345@example.com", "57", "3001234567", "CO", "Medellín", "Antioquia", "050021", "Carrera 43A # 1-50", "gold"]
        : ["natural", "José", "García Márquez", "customer.12345@example.com", "+573001234567", "CC", "1060500333", "false", "CO", "1990-01-31"];

    /// <summary>A row with three problems.</summary>
    public static string[] Bad(string provider) => provider is "Dots" or "Stripe"
        ? ["José", "García Márquez", "customer at nowhere", "57", "no number", "Nowhere", "Medellín", "Antioquia", "050021", "Carrera 43A # 1-50", "gold"]
        : ["natural", "José", "García Márquez", "customer at nowhere", "no number", "CC", "1060500333", "false", "CO", "1990-13-31"];

    public static byte[] Answer(string provider) => Encoding.UTF8.GetBytes(provider == "Dots"
        ? """
          {"id":"3c90c3cc-0d44-4b50-8888-8dd25736052a","user_id":null,"first_name":"José","middle_name":null,"last_name":"García Márquez",
           "business_name":null,"email":"customer.12345@example.com","phone_number":{"country_code":"57","phone_number":"3001234567"},
           "billing_address":{"country":"CO","city":"Medellín","state":"Antioquia","postcode":"050021","line_1":"Carrera 43A # 1-50"},
           "metadata":{"plan":"gold"},"created":"2024-12-04T20:09:08Z"}
          """
        : """
          {"id":"9da58912-101d-46f8-86c9-20a52119c0bf","first_name":"José","last_name":"García Márquez","email":"customer.12345@example.com",
           "phone":"+573001234567","document_type":"CC","document_number":"1060500333","nationality":"CO",
           "birthdate":"1990-01-31","created_at":"2024-12-04T20:09:08.000000Z"}
          """);

    public static Draft Draft(string provider, string[] row) => new RowReader(PaymentProviders.Get(provider), PaymentProviders.Names).Read(1, null, Columns(provider), row);

    public static PaymentConnection Connection(string provider) => ConnectionFactory.Open(new ConnectionRequest(provider)
    {
        Credential = new ProviderCredential(provider == "Dots" ? "bench" : null, "sk_test_bench"),
    });
}
