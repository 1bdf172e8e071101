# A simple script: one request after another.
param([string] $BaseUri, [string] $Rows, [string] $WarmUp)
. $PSScriptRoot/Common.ps1

Measure-Rows {
    param($path)
    Import-Csv $path | ForEach-Object {
        $body = [ordered]@{
            user_type            = $_.user_type
            first_name           = $_.first_name
            last_name            = $_.last_name
            email                = $_.email
            phone                = $_.phone
            document_type        = $_.document_type
            document_number      = $_.document_number
            enable_notifications = $_.enable_notifications -eq 'true'
            nationality          = $_.nationality
            birthdate            = $_.birthdate
        } | ConvertTo-Json -Compress
        $headers = @{ Authorization = "Bearer $env:ONEPAY_API_KEY"; 'x-idempotency' = [guid]::NewGuid() }
        Invoke-RestMethod "$BaseUri/customers" -Method Post -Headers $headers -ContentType application/json -Body $body -NoProxy
    } > $null
} @($WarmUp) @($Rows)
