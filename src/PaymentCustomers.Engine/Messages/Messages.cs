namespace PaymentCustomers.Engine;

/// <summary>
/// Every sentence that the engine says to people, in English and in Spanish, a file for each theme. Names that people
/// type (fields, parameters, commands, error ids) are the same in both. Nothing here is constant: a sentence is in the
/// language of the moment in which it is made.
/// </summary>
internal static partial class Messages;
