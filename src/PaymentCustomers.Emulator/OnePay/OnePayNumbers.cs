using System.Globalization;
using System.Text.Json;

namespace PaymentCustomers.Emulator.OnePay;

/// <summary>Writes the page numbers, correct or with the errors that the options select.</summary>
internal readonly struct OnePayNumbers(Utf8JsonWriter json, OnePayPageNumbers form)
{
    public void OfPage(int number, int size, long total)
    {
        Current(number);
        Write("last_page", Math.Max(1, (total + size - 1) / size));
        Write("per_page", size);
        Write("total", total);
    }

    public void Current(int number) => Write("current_page", form == OnePayPageNumbers.AlwaysFirst ? 1 : number);

    public void Range(int number, int size, int length)
    {
        if (length == 0)
        {
            json.WriteNull("from");
            json.WriteNull("to");
            return;
        }

        var from = ((long)(number - 1) * size) + 1;
        Write("from", from);
        Write("to", from + length - 1);
    }

    public void Write(string name, long number)
    {
        if (form == OnePayPageNumbers.Texts)
            json.WriteString(name, number.ToString(CultureInfo.InvariantCulture));
        else
            json.WriteNumber(name, form == OnePayPageNumbers.Zeros ? 0 : number);
    }
}
