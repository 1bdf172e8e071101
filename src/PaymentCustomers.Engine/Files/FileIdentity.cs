namespace PaymentCustomers.Engine.Files;

/// <summary>Identifies a file independent of the path or link that leads to it.</summary>
/// <param name="Device">The device that contains the file.</param>
/// <param name="Number">The file's number on the device.</param>
internal readonly record struct FileIdentity(long Device, long Number);
