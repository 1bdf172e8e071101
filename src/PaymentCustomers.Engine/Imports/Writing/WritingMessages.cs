using static PaymentCustomers.Language;

namespace PaymentCustomers.Engine.Imports.Writing;

/// <summary>Messages about files that are written, in English and Spanish.</summary>
internal static class WritingMessages
{
    public static string IsFolder(string path) => Say($"'{path}' is a folder, not a file.", $"'{path}' es una carpeta, no un archivo.");

    public static string FolderAction => Say("Specify the name of a file in this folder.", "Indique el nombre de un archivo en esta carpeta.");

    public static string NoFolder(string path, string folder) => Say(
        $"'{path}' cannot be written: the folder '{folder}' does not exist.", $"No se puede escribir '{path}': la carpeta '{folder}' no existe.");

    public static string NoFolderAction => Say("Create the folder, or specify another path.", "Cree la carpeta, o indique otra ruta.");

    public static string IsThere(string path) => Say($"'{path}' already exists and was not changed.", $"'{path}' ya existe y no se modificó.");

    public static string IsThereAction => Say("Use another name, or delete the file.", "Use otro nombre, o elimine el archivo.");

    public static string Unwritable(string path, string cause) => Say(
        $"'{path}' cannot be written: {cause}", $"No se puede escribir '{path}': {cause}");

    public static string Unfinished(string path, string cause, string partial) => Say(
        $"'{path}' could not be written completely: {cause} The rows that were written are in '{partial}'.",
        $"No se pudo escribir '{path}' completo: {cause} Las filas que se escribieron están en '{partial}'.");

    public static string UnwritableAction => Say(
        "Check the folder and the free space on the disk, and close the program that has the file open.",
        "Revise la carpeta y el espacio libre en el disco, y cierre el programa que tiene abierto el archivo.");
}
