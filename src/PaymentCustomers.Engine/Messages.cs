using System.Globalization;
using PaymentCustomers.Engine.Providers;

namespace PaymentCustomers.Engine;

/// <summary>Every sentence that the engine says to people, in one place.</summary>
internal static class Messages
{
    // Fields
    public const string PhoneHasLetters = "is not a telephone number: only digits, and + ( ) . / - or spaces between them";
    public const string PhoneHasNoCountry = "begins with no calling code that exists (ITU-T E.164)";
    public const string PhoneWithoutCode = "Phone has no calling code: write it as +573001234567, or give CountryCode beside it";
    public const string NitForm = "is not a NIT: digits, and after a hyphen one check digit";
    public const string NitCheckDigit = "is not a NIT: the check digit after the hyphen does not fit the number";
    public const string CedulaForm = "is not the number of a CC: digits only";
    public const string EmailForm = "is not an e-mail address";
    public const string CallingCodeForm = "is neither a calling code such as 57 nor an ISO 3166-1 country such as CO";
    public const string CountryForm = "is not an ISO 3166-1 country code such as CO";
    public const string UuidForm = "is not a UUID";
    public const string BooleanForm = "is neither true nor false";
    public const string DateForm = "is not a date as YYYY-MM-DD";
    public const string MetadataForm = "is not a JSON object";
    public const string KeyForm = "is not a key: at most 64 printable ASCII characters without spaces";
    public const string WrongEncoding = "holds U+FFFD: the file was read in another encoding than it was written in (Import-Csv -Encoding; --encoding)";

    // In the order of FieldChoices.
    public static readonly string[] CustomerTypes = ["A person", "A company"];
    public static readonly string[] DocumentTypes =
        ["Cédula de ciudadanía: identity card of a citizen", "Cédula de extranjería: identity card of a foreigner", "Tax number of a company", "Passport"];

    // Rows
    public const string PersonAndBusiness = "Both a person (FirstName, LastName) and a company (BusinessName) are given: Dots takes one of them";
    public const string NeitherPersonNorBusiness = "Neither a person (FirstName and LastName) nor a company (BusinessName) is given: Dots takes one of them";
    public const string UnsupportedAction = "Take the fields away, or use -IgnoreUnsupportedField (--ignore-unsupported-field) to leave them out. Get-PaymentProvider lists the fields of each provider.";
    public const string InvalidAction = "Correct the row and send it again; nothing was sent for it.";

    // Connections
    public const string DotsCredential = "-Credential with the client id as user name and the API key as password, or DOTS_CLIENT_ID and DOTS_API_KEY";
    public const string OnePayCredential = "-ApiKey with a key that begins with sk_test_ or sk_live_, or ONEPAY_API_KEY";
    public const string DotsNeedsClientId = "Dots takes a client id and an API key: use -Credential, with the client id as user name.";
    public const string ClientIdHasColon = "A client id cannot hold a colon.";
    public const string OnePayTakesKeyOnly = "OnePay takes a secret key alone: use -ApiKey.";
    public const string OnePayPublicKey = "This is a public key (pk_…), made for browsers: it cannot create customers. Use the secret key (sk_…).";
    public const string OnePayKeyForm = "A secret key of OnePay begins with sk_test_ or sk_live_; this one does not.";
    public const string KeyEmpty = "The API key is empty.";
    public const string KeyCharacters = "The credential holds a space, a line break or another character that no key has. Was it cut or pasted wrongly?";
    public const string SeeCredential = "Give the provider's own credential. Get-PaymentProvider tells which kind each takes.";
    public const string BaseUriForm = "The base address must be a whole https address, or http to this machine.";
    public const string BaseUriHasExtras = "The base address cannot hold a user, a query or a fragment.";
    public const string ProxyForm = "The proxy must be a whole address, such as http://proxy.example.com:8080.";
    public const string ProxyHasUser = "The proxy's address cannot hold a user or a password: give them with -ProxyCredential.";
    public const string SeeProviders = "Get-PaymentProvider shows what each provider can do.";

    public const string NameProvider = "Say which provider's rules to check by: -Provider, or connect first with Connect-PaymentProvider.";

    // Answers
    public const string ConnectionCheck = "The check of the credential";
    public const string UnreachableAction = "Nothing was sent. Check the address, the network and the proxy, then run the same again.";
    public const string ListBrokenAction = "What was read before is complete up to here. Report it to the provider with the request id.";
    public const string PageWithoutEnd = "it says that there are more, but the page's last customer has no id to go on from";
    public const string PageWithoutName = "neither its pages nor their customers say which they are, so that one cannot be told from another";
    public const string PageTwice = "the same page came twice, so that the list would never end";
    public const string NoSuchIdAction = "Nothing was sent. Give the id as the provider gave it.";
    public const string CustomerList = "The list of customers";

    // Runs
    public const string RunAgain = "Run the same again, with the same journal if there is one: what is done is not sent twice.";
    public const string CannotLook = "The list of customers could not be read to find out.";

    public static string RepeatsFailed(long row) => $"Row {Number(row)}: the same row stands above, and failed there; it was not sent again.";

    public static string Interrupted(long row) => $"Row {Number(row)}: the run was stopped while the row was on its way.";

    public static string NotSent(long row) => $"Row {Number(row)}: nothing was sent, because the run stopped before.";

    public static string RunStoppedToWait(string provider, TimeSpan wait, DateTimeOffset until) => wait == TimeSpan.MaxValue
        ? $"{provider} asks to wait without end: the run stopped."
        : string.Create(CultureInfo.InvariantCulture, $"{provider} asks to wait {wait.TotalSeconds:0} s: the run stopped. Come back at {until:yyyy-MM-dd HH:mm:ss'Z'}.");

    public static string ProviderGone(string provider, int rows, string last) =>
        $"{Number(rows)} rows in a row failed because {provider} was not there: the run stopped. The last said: {last}";

    public static string JournalLocked(string path) => $"The journal '{path}' is in use: another run has it open.";

    public static string NoJournal(string path) => $"The file '{path}' is no journal of PaymentCustomers. It was not changed.";

    public static string JournalVersion(string path, int version) =>
        $"The journal '{path}' has version {Number(version)}, which this version of PaymentCustomers does not know. It was not changed.";

    public static string JournalLine(string path, long line) => $"The journal '{path}' is broken in line {Number(line)}. It was not changed.";

    public static string JournalOfOther(string path, string what, string its, string ours) =>
        $"The journal '{path}' is of another {what}: {its}, not {ours}. It was not changed.";

    public static string JournalUnreadable(string path, string cause) => $"The journal '{path}' cannot be read. {cause}";

    public static string JournalFailed(string path, string cause) => $"The journal '{path}' cannot be written, so nothing more was sent. {cause}";

    public static string JournalAction(PaymentErrorId id) => id switch
    {
        PaymentErrorId.JournalLocked => "Wait for the other run to end, or give this one a journal of its own.",
        PaymentErrorId.JournalMismatch => "Give the journal of this run, or the path of a new one.",
        PaymentErrorId.JournalCorrupt => "Mend or remove the line if you know what it said, or keep the file and begin a new journal: with keys made of content OnePay creates nothing twice; at Dots use -SkipExisting.",
        _ => "Check the path, its permissions and the room on the disk, then run the same again with the same journal.",
    };

    public static string Again(string what, TimeSpan delay, string cause, int attempt, int most) => string.Create(
        CultureInfo.InvariantCulture, $"{what} again in {delay.TotalSeconds:0.0} s ({cause}, attempt {attempt} of {most}).");

    public static string Held(TimeSpan delay, DateTimeOffset until) => string.Create(
        CultureInfo.InvariantCulture, $"The provider asks to wait: nothing is sent for {delay.TotalSeconds:0.#} s, until {until:HH:mm:ss'Z'}.");

    public static string Looking(int keys) => $"Looking for {Number(keys)} keys in the list of customers, because it is not known whether their rows were created.";

    public static string ColumnProblem(string column, string problem) => $"The column '{column}' {problem}";

    public static string FieldProblem(string field, string masked, string problem) => $"{field} '{masked}' {problem}";

    public static string FieldMissing(string field, string provider) => $"{field} is missing: {provider} requires it";

    public static string FieldUnsupported(string field, string provider) => $"{field} is no field of {provider}";

    public static string TooLong(int length, int most) => $"is too long: {Number(length)} characters, at most {Number(most)} are allowed";

    public static string ControlCharacter(char character, int position) =>
        $"holds the control character U+{(int)character:X4} at position {Number(position)}";

    public static string HalfCharacter(int position) => $"holds half a character at position {Number(position)}: it was cut in the middle";

    public static string PhoneContradictsCode(string own, string beside) => $"begins with the calling code {own}, but CountryCode says {beside}";

    public static string PhoneLength(int digits) => $"has {Number(digits)} digits: no telephone number has so many or so few (ITU-T E.164)";

    public static string NotOneOf(string[] allowed) => $"is none of {string.Join(", ", allowed)}";

    public static string ColumnsDisagree(CustomerField field, string first, string second) =>
        $"The columns '{first}' and '{second}' both hold {field}, and they differ: keep one";

    public static string NameIncomplete(string missing) => $"{missing} is missing: a person has FirstName and LastName";

    public static string AddressIncomplete(string missing) =>
        $"{missing} is missing: an address needs Country, City, State, Postcode and AddressLine1";

    public static string CountriesDisagree(string code, string country) => $"CountryCode says {code}, but Country says {country}";

    public static string DocumentOfOtherType(string document, string type) =>
        $"DocumentType '{document}' does not go with CustomerType '{type}': natural goes with CC, CE or PASSPORT, company with NIT";

    public static string Row(long row) => $"Row {Number(row)}";

    public static string Customer(string id) => $"Customer {id}";

    public static string RowInvalid(long row, IEnumerable<FieldProblem> problems) =>
        $"Row {Number(row)}: {string.Join("; ", problems.Select(problem => problem.Message))}.";

    public static string UnknownProvider(string name, IEnumerable<string> names) =>
        $"'{name}' is no provider. There are: {string.Join(", ", names)}.";

    public static string NoCredential(string provider, IEnumerable<string> variables) =>
        $"No credential for {provider} was given, and the environment has none ({string.Join(", ", variables)}).";

    public static string KeyOfOtherEnvironment(PaymentEnvironment own, PaymentEnvironment asked) =>
        $"The key belongs to the {own} environment, but {asked} was asked for.";

    public static string AppIdIsForDots(string provider) => $"-AppId (--app-id) is for Dots; {provider} has no apps.";

    public static string HeaderCharacters(string name) => $"-{name} holds a character that cannot stand in a request.";

    public static string PlainHttp(string host) =>
        $"The base address uses plain http to '{host}': the credential would go over the network in clear. Use https; http is for this machine only.";

    public static string NotConnected(string? provider) =>
        provider is null ? "There is no connection to a payment provider." : $"There is no connection to {provider}.";

    public static string Disconnected(string name) => $"The connection '{name}' was disconnected.";

    public static string ConnectFirst(string? provider) =>
        $"Run Connect-PaymentProvider -Provider {provider ?? "<name>"}, or give -Provider with -Credential or -ApiKey.";

    public static string NoConnectionNamed(string name) => $"There is no connection named '{name}' in this session.";

    public static string ConnectAs(string name) =>
        $"Run Connect-PaymentProvider -Name '{name}' first, or take one that Get-PaymentConnection lists. A connection of another process, such as a job's, cannot be used here.";

    public static string OperationUnsupported(string provider, ProviderOperation operation) =>
        $"{provider} has no way to {(operation == ProviderOperation.Delete ? "delete" : operation.ToString().ToLowerInvariant())} customers.";

    public static string NoSuchId(string id) => $"'{id}' is the id of no customer.";

    public static string ListBroken(string provider, string problem) => $"The list of {provider} cannot be followed to its end: {problem}.";

    public static string OtherPage(int asked, int given) => $"page {Number(asked)} was asked for and page {Number(given)} came";

    public static string Unreachable(string provider, string cause) => $"{provider} could not be reached. {cause}";

    public static string ConnectionLost(string provider, string cause) => $"The connection to {provider} broke before the answer was whole. {cause}";

    public static string TimedOut(string provider) => $"{provider} did not answer in time.";

    public static string AnswerTooLarge(int bytes) => $"The answer is larger than {Number(bytes)} bytes.";

    public static string CheckAction(PaymentError error) => error.Id switch
    {
        PaymentErrorId.AuthenticationFailed => error.RecommendedAction ?? "",
        PaymentErrorId.ProviderRejected or PaymentErrorId.ResponseInvalid =>
            "Check -BaseUri: something else than the provider's API seems to be there. -SkipCheck connects without asking.",
        _ => $"{error.RecommendedAction} -SkipCheck connects without asking.",
    };

    public static string Refused(string subject, string provider, int status, string? code, string? text)
    {
        var codeText = code is null ? "" : $" {code}";
        return $"{subject}: {provider} answered {Number(status)}{codeText}{(text is null ? "." : $": {text}")}";
    }

    public static string Unreadable(string subject, string provider, int status, string? mediaType) =>
        $"{subject}: {provider} answered {Number(status)} with something that is not a customer ({mediaType ?? "no content type"}).";

    public static string OutcomeUnknown(string message) =>
        $"{message}{(char.IsPunctuation(message[^1]) ? "" : ".")} It is not known whether the customer was created.";

    public static string RefusedAction(PaymentErrorId id, string provider) => id switch
    {
        PaymentErrorId.AuthenticationFailed => $"Check the credential: {provider} does not know it. Nothing more was sent.",
        PaymentErrorId.AccessDenied => $"{provider} knows the credential but does not allow this: check the account's state and permissions.",
        PaymentErrorId.CustomerNotFound => "It does not exist, or belongs to another account.",
        PaymentErrorId.RateLimited => "Send fewer requests, and run the same again later.",
        PaymentErrorId.ProviderUnavailable => "Run the same again later.",
        PaymentErrorId.ResponseInvalid => "The address answered with a redirect, which is not followed. Check -BaseUri (--base-uri).",
        _ => "Correct what the provider names and send the row again.",
    };

    public static string AmbiguousAction(IPaymentProvider provider, ProviderOperation operation) => operation switch
    {
        ProviderOperation.Create when provider.Capabilities.HonoursKey =>
            "Run the same row again: its idempotency key makes that harmless.",
        ProviderOperation.Create =>
            "Look for the idempotency key with Get-PaymentCustomer before sending the row again: it may have been created.",
        _ => "Run the same again.",
    };

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
