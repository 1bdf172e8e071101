using static PaymentCustomers.Emulator.EmulatorFault;

namespace PaymentCustomers.Emulator.Faults;

/// <summary>
/// The normal response with wrong or unusual HTTP framing: truncated, compressed, or sent after another response.
/// </summary>
internal static class FramingFaults
{
    private const string Created = @"HTTP/1.1 201 Created\r\nContent-Type: application/json\r\n";

    public static readonly IReadOnlyList<EmulatorFault> All =
    [
        Raw("headCut", "The connection is closed within the headers.", Created),
        Raw("statusLineCut", "The connection is closed within the status line.", "HTTP/1.1 20"),
        Raw("noReason", "The status line has no reason; the answer is right.", @"HTTP/1.1 201\r\nContent-Length: %length%\r\n\r\n%body%"),
        Raw("status999", "The status is 999; the body is the customer.", @"HTTP/1.1 999 Denied\r\nContent-Length: %length%\r\n\r\n%body%"),
        Raw("bareBody", "The body without a status line and headers.", "%body%"),
        Raw("http10", "HTTP/1.0 without a length; the answer is right, and ends with the connection.", @"HTTP/1.0 201 Created\r\nContent-Type: application/json\r\n\r\n%body%"),
        Raw("http10Cut", "HTTP/1.0 without a length; the connection is closed in the middle of the body.", @"HTTP/1.0 201 Created\r\nContent-Type: application/json\r\n\r\n%half%"),
        Raw("http30", "The version is HTTP/3.0, over a connection of HTTP/1.1.", @"HTTP/3.0 201 Created\r\nContent-Length: %length%\r\n\r\n%body%"),
        Raw("noLength", "HTTP/1.1 without a length; the connection is closed in the middle of the body.", Created + @"Connection: close\r\n\r\n%half%"),
        Raw("lengthTooLong", "Content-Length is longer than the body.", Created + @"Content-Length: 9%length%\r\n\r\n%body%"),
        Raw("lengthTooShort", "Content-Length is shorter than the body.", Created + @"Content-Length: 10\r\n\r\n%body%"),
        Raw("lengthNegative", "Content-Length is negative.", Created + @"Content-Length: -1\r\n\r\n%body%"),
        Raw("lengthText", "Content-Length is a word.", Created + @"Content-Length: ten\r\n\r\n%body%"),
        Raw("lengthHuge", "Content-Length is larger than any number.", Created + @"Content-Length: 99999999999999999999\r\n\r\n%body%"),
        Raw("lengthAndChunks", "Content-Length and chunks, which contradict each other.", Created + @"Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n%hex%\r\n%body%\r\n0\r\n\r\n"),
        Raw("chunkCut", "The connection is closed within a chunk.", Created + @"Transfer-Encoding: chunked\r\n\r\n%hex%\r\n%half%"),
        Raw("chunkTooLong", "A chunk is longer than announced.", Created + @"Transfer-Encoding: chunked\r\n\r\n1\r\n%body%\r\n0\r\n\r\n"),
        Raw("chunkHuge", "A chunk is announced that is larger than any memory.", Created + @"Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n%body%\r\n0\r\n\r\n"),
        Raw("chunksWithoutEnd", "The whole body in a chunk, but not the last, empty chunk.", Created + @"Transfer-Encoding: chunked\r\n\r\n%hex%\r\n%body%\r\n"),
        Raw("badHeader", "A header without a colon.", Created + @"nonsense\r\nContent-Length: %length%\r\n\r\n%body%"),
        Raw("twoAnswers", "A second answer, of another customer, directly after the first.", Created + @"Content-Length: %length%\r\n\r\n%body%HTTP/1.1 201 Created\r\nContent-Length: 46\r\n\r\n{\""id\"":\""00000000-0000-4000-8000-00000000000f\""}\n"),
        Packed("gzip", "The answer is right and compressed.", "gzip", "%gzip%"),
        Packed("gzipCut", "The answer is compressed and cut off in the middle.", "gzip", "%gzipHalf%"),
        Packed("notBrotli", "Content-Encoding says br; the body is not compressed.", "br", "%body%"),
        Packed("unknownCoding", "Content-Encoding says zstd, which the client did not offer; the body is gzip.", "zstd", "%gzip%"),
    ];

    private static EmulatorFault Raw(string name, string what, string body) =>
        Rule(name, what, $$"""{"operation":"create","kind":"raw","moment":"after","body":"{{body}}"}""");

    private static EmulatorFault Packed(string name, string what, string coding, string body) => Rule(
        name, what, $$$"""{"operation":"create","kind":"garbage","moment":"after","code":201,"headers":{"Content-Encoding":"{{{coding}}}"},"body":"{{{body}}}"}""");
}
