using static PaymentCustomers.Emulator.EmulatorFault;

namespace PaymentCustomers.Emulator.Faults;

/// <summary>
/// The faults that all providers can have. If a fault can occur before or after the customer is stored, these store it, which is the
/// worse case. Faults with a single status are in <see cref="Statuses"/>.
/// </summary>
internal static class CommonFaults
{
    private static readonly int[] Statuses =
    [
        100, 101, 102, 103, 202, 203, 204, 205, 206, 207, 208, 226, 300, 301, 302, 303, 304, 305, 306, 307, 308,
        400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415, 416, 417, 418, 421, 422, 423, 424, 425, 426, 428, 429,
        431, 440, 444, 449, 451, 495, 496, 498, 499,
        500, 501, 502, 503, 504, 505, 506, 507, 508, 510, 511, 520, 521, 522, 523, 524, 525, 526, 527, 529, 530, 598, 599,
    ];

    public static readonly IReadOnlyList<EmulatorFault> All =
    [
        .. Statuses.Select(status => Rule(
            $"status{status}", $"The customer is stored and {status} is answered.", $$"""{"operation":"create","kind":"status","moment":"after","code":{{status}}}""")),
        .. Connection(),
        .. FramingFaults.All,
        .. BodyFaults.All,
        .. Waits(),
        .. Messages(),
        .. Sequences(),
        .. Lists(),
        Option("lowerCaseEmail", "E-mail addresses are stored and answered in lower case.", """{"lowerCaseEmail":true}"""),
    ];

    private static EmulatorFault[] Connection() =>
    [
        Rule("reset", "The connection is reset; there is no answer.", """{"operation":"create","kind":"reset","moment":"after"}"""),
        Rule("closed", "The connection is closed; there is no answer.", """{"operation":"create","kind":"raw","moment":"after","body":""}"""),
        Rule("timeout", "There is no answer until the client gives up.", """{"operation":"create","kind":"timeout","moment":"after"}"""),
        Rule("truncated", "The answer is cut off in the middle.", """{"operation":"create","kind":"truncated","moment":"after"}"""),
        Rule("slowDrip", "The answer is sent byte by byte over one second.", """{"operation":"create","kind":"slowDrip","moment":"after","dripMs":1000}"""),
        Rule("delayedStore", "There is no answer; the customer is stored two seconds later.", """{"operation":"create","kind":"delayedStore","delayMs":2000}"""),
        Rule("earlyHints", "103 Early Hints is sent before the answer. It is allowed: a client must read on to the answer.", """{"operation":"create","kind":"earlyHints"}"""),
        Rule("lateAnswer", "The answer is sent a second time when the next request arrives on the same connection, before that request's own answer.", """{"operation":"create","kind":"lateAnswer"}"""),
        Rule("storedTwice", "The create is carried out twice: two customers, unless the idempotency key or the document prevents it.", """{"operation":"create","kind":"storedTwice"}"""),
        Rule("badStatusLine", "The status line has no status.", """{"operation":"create","kind":"raw","moment":"after","body":"HTTP/1.1 Created\r\n\r\n"}"""),
        Rule("notHttp", "The answer is not HTTP.", """{"operation":"create","kind":"raw","moment":"after","body":"220 mail.example.com ESMTP\r\n"}"""),
        Rule("badChunk", "The length of a chunk is not a number.", """{"operation":"create","kind":"raw","moment":"after","body":"HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n"}"""),
        Rule("cutChunk", "The last chunk is missing.", """{"operation":"create","kind":"raw","moment":"after","body":"HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n"}"""),
        Rule("twoLengths", "Two Content-Length headers with different values.", """{"operation":"create","kind":"raw","moment":"after","body":"HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{} "}"""),
        Rule("notGzip", "Content-Encoding says gzip; the body is not compressed.", """{"operation":"create","kind":"raw","moment":"after","body":"HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}"}"""),
    ];

    private static EmulatorFault[] Waits() =>
    [
        Rule("throttled", "Every second create is answered 429, Retry-After: 1.", """{"operation":"create","kind":"status","code":429,"retryAfter":"1","n":2}"""),
        Rule("throttledZero", "Each create is answered 429, Retry-After: 0, three times.", """{"operation":"create","kind":"status","code":429,"retryAfter":"0","repeat":3}"""),
        Rule("throttledForever", "Each create is always answered 429, Retry-After: 0.", """{"operation":"create","kind":"status","code":429,"retryAfter":"0"}"""),
        Rule("throttledBare", "Each create is answered 429 without Retry-After, three times.", """{"operation":"create","kind":"status","code":429,"repeat":3}"""),
        Rule("waitLong", "503, Retry-After: one day.", """{"operation":"create","kind":"status","code":503,"retryAfter":"86400"}"""),
        Rule("waitPast", "503, Retry-After: a date in the past.", """{"operation":"create","kind":"status","code":503,"retryAfter":"Fri, 31 Dec 1999 23:59:59 GMT"}"""),
        Rule("waitNonsense", "503, Retry-After: not a number and not a date.", """{"operation":"create","kind":"status","code":503,"retryAfter":"soon"}"""),
        Rule("listThrottled", "Each list is always answered 429, Retry-After: 0.", """{"operation":"list","kind":"status","code":429,"retryAfter":"0"}"""),
    ];

    private static EmulatorFault[] Messages() =>
    [
        Rule("hugeMessage", "422 with a message of 8 MB.", """{"operation":"create","kind":"status","code":422,"message":"huge"}"""),
        Rule("personalMessage", "422 with a message that quotes the e-mail address and the document or phone number.", """{"operation":"create","kind":"status","code":422,"message":"personal"}"""),
        Rule("controlMessage", "422 with a message that contains line breaks, escape sequences, control and bidi characters.", """{"operation":"create","kind":"status","code":422,"message":"control"}"""),
    ];

    private static EmulatorFault[] Sequences() =>
    [
        Rule("lostThenNothing", "The first attempt is stored and its answer lost; the next attempts are answered normally.", """{"operation":"create","kind":"reset","moment":"after","repeat":1}"""),
        Rule("lostThen400", "The first attempt is stored and its answer lost; the next attempts are refused with 400, \"already exists\".", """{"operation":"create","kind":"reset","moment":"after","then":[{"kind":"status","code":400,"message":"personal","repeat":0}]}"""),
        Rule("lostThen409", "As lostThen400, with 409.", """{"operation":"create","kind":"reset","moment":"after","then":[{"kind":"status","code":409,"message":"personal","repeat":0}]}"""),
        Rule("lostThen422", "As lostThen400, with 422.", """{"operation":"create","kind":"reset","moment":"after","then":[{"kind":"status","code":422,"message":"personal","repeat":0}]}"""),
        Rule("timeoutThen422", "As lostThen422, but the first attempt gets no answer instead of a reset.", """{"operation":"create","kind":"timeout","moment":"after","then":[{"kind":"status","code":422,"message":"personal","repeat":0}]}"""),
        Rule("throttledThenLost", "The first attempt is answered 429; the second is stored and its answer lost; the next are answered normally.", """{"operation":"create","kind":"status","code":429,"then":[{"kind":"reset","moment":"after"}]}"""),
    ];

    private static EmulatorFault[] Lists() =>
    [
        Option("listLag", "New customers appear in the list after five seconds.", """{"listLagMs":5000}"""),
        Option("listCap", "The list shows ten customers and says that there are no more.", """{"listCap":10}"""),
        Option("listTooEarly", "Every page says that it is the last.", """{"listEnding":"tooEarly"}"""),
        Option("listSamePage", "The list never ends: every page is the first page and says that there are more.", """{"listEnding":"samePage"}"""),
        Option("listNewPages", "The list never ends: after the last customer come made-up ones, page after page.", """{"listEnding":"newPages"}"""),
        Rule("listFails", "Each list is answered 500.", """{"operation":"list","kind":"status","code":500}"""),
        Rule("listForbidden", "Each list is answered 403.", """{"operation":"list","kind":"status","code":403}"""),
    ];
}
