namespace PaymentCustomers.Engine.Files;

/// <summary>What a file is, whatever path or link leads to it.</summary>
/// <param name="Device">The device that it lies on.</param>
/// <param name="Number">Its number there.</param>
internal readonly record struct FileIdentity(long Device, long Number);
