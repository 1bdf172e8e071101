# The cmdlets and what they need live in a load context of their own, where no other module's libraries meet them.
$cmdlets = Import-Module -Assembly ([PaymentCustomers.ModuleLoadContext]::LoadModule()) -PassThru

# Without this the inner module would outlive the outer one, and a second import would find it and export nothing
# (https://github.com/PowerShell/PowerShell/issues/20710).
$ExecutionContext.SessionState.Module.OnRemove = { Remove-Module -ModuleInfo $cmdlets }
