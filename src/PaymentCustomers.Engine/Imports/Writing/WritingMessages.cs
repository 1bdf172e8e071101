using static PaymentCustomers.Language;

namespace PaymentCustomers.Engine.Imports.Writing;

/// <summary>What can be wrong with a file that is written, in English and in Spanish.</summary>
internal static class WritingMessages
{
    public static string IsFolder(string path) => Say($"'{path}' is a folder, not a file.", $"'{path}' es una carpeta, no un archivo.");

    public static string FolderAction => Say("Give the name of a file in it.", "Indique el nombre de un archivo en ella.");

    public static string NoFolder(string path, string folder) => Say(
        $"'{path}' cannot be written: there is no folder '{folder}'.", $"No se puede escribir '{path}': no existe la carpeta '{folder}'.");

    public static string NoFolderAction => Say("Create the folder, or give another path.", "Cree la carpeta, o indique otra ruta.");

    public static string IsThere(string path) => Say($"'{path}' is there already, and was left as it is.", $"'{path}' ya existe, y se dejó como está.");

    public static string IsThereAction => Say("Give another name, or delete the file.", "Indique otro nombre o elimine el archivo.");

    public static string Unwritable(string path, string cause) => Say(
        $"'{path}' cannot be written: {cause}", $"No se puede escribir '{path}': {cause}");

    public static string Unfinished(string path, string cause, string partial) => Say(
        $"'{path}' cannot be written: {cause} What was written is in '{partial}'.",
        $"No se puede escribir '{path}': {cause} Lo que se escribió está en '{partial}'.");

    public static string UnwritableAction => Say(
        "Check the folder and the space on the disk, and close the program that has the file open.",
        "Revise la carpeta y el espacio en el disco, y cierre el programa que tiene abierto el archivo.");
}
