@{
    RootModule        = 'EmptyModule.dll'
    ModuleVersion     = '0.1.0'
    GUID              = 'b7a0a7c5-9f0e-4b57-8f0c-2d1a0c3c5e11'
    FunctionsToExport = @()
    CmdletsToExport   = @('Test-Nothing')
    VariablesToExport = @()
    AliasesToExport   = @()
}
