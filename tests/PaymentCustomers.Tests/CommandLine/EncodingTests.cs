using System.Text;

namespace PaymentCustomers.Tests.CommandLine;

public sealed class EncodingTests : CommandLineTest
{
    private const string Text = $"{Header}\n{Ana}\n";

    static EncodingTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    [InlineData("utf-32BE")]
    public async Task A_byte_order_mark_decides_the_encoding(string name)
    {
        var run = await ImportAsync(Save("in.csv", Bytes(Encoding.GetEncoding(name), withMark: true)));

        Assert.Equal("", run.Errors);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal([AnaBody], Bodies);
    }

    [Fact]
    public async Task A_byte_order_mark_takes_precedence_over_the_encoding_option()
    {
        var run = await ImportAsync(Save("in.csv", Bytes(Encoding.UTF8, withMark: true)), "--encoding", "windows-1252");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal([AnaBody], Bodies);
    }

    [Fact]
    public async Task A_compressed_file_is_refused_whatever_its_name()
    {
        using var bytes = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(bytes, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(Text));

        var run = await ImportAsync(Save("in.csv", bytes.ToArray()));

        Assert.Equal(2, run.ExitCode);
        Assert.EndsWith("\n  The file does not look like text. If it is compressed, unpack it; if it comes from another program, save it there as CSV or .xlsx.\n", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Utf_16_is_proposed_for_a_file_without_a_byte_order_mark_that_has_accented_letters()
    {
        var run = await ImportAsync(Save("in.csv", Bytes(Encoding.Unicode, withMark: false)));

        Assert.Equal(2, run.ExitCode);
        Assert.EndsWith("Use --encoding utf-16.\n", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("windows-1252", "If the file comes from Excel or an older system, use --encoding windows-1252.")]
    [InlineData("macintosh", "The file seems to come from an older program for Mac. Use --encoding macintosh.")]
    [InlineData("ibm850", "The file seems to come from a program for DOS. Use --encoding ibm850.")]
    public async Task The_old_encoding_is_proposed_in_which_the_bytes_are_letters(string name, string advice)
    {
        // Behind the part of the file that is read first.
        var text = string.Concat(Text, string.Concat(Enumerable.Repeat(Ana.Replace("ñ", "n", StringComparison.Ordinal) + "\n", 1000)), "natural,José Ángel,Muñoz García\n");
        var path = Save("in.csv", Encoding.GetEncoding(name).GetBytes(text.Replace("Peña", "Pena", StringComparison.Ordinal)));

        var run = await ImportAsync(path);

        Assert.Equal(2, run.ExitCode);
        Assert.EndsWith($"\n  {advice}\n", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_a_byte_order_mark_is_read_as_utf_8()
    {
        var run = await ImportAsync(Save("in.csv", Bytes(Encoding.UTF8, withMark: false)));

        Assert.Equal(0, run.ExitCode);
        Assert.Equal([AnaBody], Bodies);
    }

    [Theory]
    [InlineData("windows-1252", "windows-1252")]
    [InlineData("windows-1252", "1252")]
    [InlineData("iso-8859-1", "ISO-8859-1")]
    [InlineData("utf-16", "utf-16")]
    public async Task Another_encoding_can_be_specified_by_name_or_number(string written, string asked)
    {
        var run = await ImportAsync(Save("in.csv", Bytes(Encoding.GetEncoding(written), withMark: false)), "--encoding", asked);

        Assert.Equal("", run.Errors);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal([AnaBody], Bodies);
    }

    [Fact]
    public async Task The_error_for_bytes_that_are_not_utf_8_names_the_bytes_and_their_line()
    {
        var bytes = Encoding.UTF8.GetBytes($"{Header}\n\n{Luis}\n").Concat(Encoding.Latin1.GetBytes(Ana + "\n"));

        var run = await ImportAsync(Save("in.csv", [.. bytes]));

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(
            """
            Error: Line 4: the bytes F1 are not valid in UTF-8.
              If the file comes from Excel or an older system, use --encoding windows-1252.

            """,
            run.Errors);
        Assert.Equal("", run.Output);
        Assert.Equal(0, Emulator.Store.RequestCount);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public async Task The_error_names_the_right_line_far_into_a_file_whatever_its_line_ends(string lineEnd)
    {
        var good = string.Concat(Enumerable.Repeat(Luis + lineEnd, 4000));
        var bytes = Encoding.UTF8.GetBytes(Header + lineEnd + good).Concat(Encoding.Latin1.GetBytes(Ana + lineEnd)).Concat(Encoding.UTF8.GetBytes(good));

        var run = await ImportAsync(Save("in.csv", [.. bytes]));

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("Error: Line 4002: the bytes F1 are not valid in UTF-8.", run.Errors, StringComparison.Ordinal);
        Assert.Equal(0, Emulator.Store.RequestCount);
    }

    [Fact]
    public async Task A_file_that_ends_within_a_character_is_refused()
    {
        var run = await ImportAsync(Save("in.csv", [.. Encoding.UTF8.GetBytes($"{Header}\n{Ana}\n{Luis}"), 0xC3]));

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("Error: Line 3: the bytes C3 are not valid in UTF-8.", run.Errors, StringComparison.Ordinal);
        Assert.Equal(0, Emulator.Store.RequestCount);
    }

    [Fact]
    public async Task Characters_across_the_readers_chunks_are_read_correctly()
    {
        // Chunks have 32 KiB. The name fills several of them, shifted by each number of bytes that a character can have.
        var rows = Enumerable.Range(0, 3).Select(shift =>
            $"natural,{new string('a', shift)},{string.Concat(Enumerable.Repeat("ñ€😀", 8000))},x{shift}@example.com,+573001234567,CC,1060500333,false");

        var run = await ImportLinesAsync([Header, .. rows, Ana]);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("LastName 'ñ***' is too long: it has 32000 characters", run.Output, StringComparison.Ordinal);
        Assert.Equal([AnaBody], Bodies);
    }

    [Fact]
    public async Task Utf_16_is_proposed_for_a_file_without_a_byte_order_mark_because_of_its_header()
    {
        var run = await ImportAsync(Save("in.csv", Encoding.Unicode.GetBytes($"{Header}\n{Luis}\n")));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("Use --encoding utf-16.", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain('\0', run.Errors);
    }

    [Fact]
    public async Task An_encoding_that_does_not_exist_is_refused()
    {
        var run = await ImportAsync(Save("in.csv", Header, Ana), "--encoding", "klingon");

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("Error: --encoding: 'klingon' is not an encoding. Common encodings are utf-8, utf-16, windows-1252 and iso-8859-1.\n", run.Errors, StringComparison.Ordinal);
    }

    private static byte[] Bytes(Encoding encoding, bool withMark) => [.. withMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Text)];
}
