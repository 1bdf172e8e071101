# payment-customers as a container image: docker build -t payment-customers .
# A user that is not root, and nothing is written to the image's own files: run it with --read-only.
#
#   docker run --rm --read-only -v "$PWD:/data" -e ONEPAY_API_KEY payment-customers \
#     import customers.csv --provider OnePay --journal customers.journal --rejects rejects.csv
#
# The folder must be writable for user 1654. `./build.ps1 Image` makes the same image without a container engine.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/PaymentCustomers.Cli -c Release -o /app

# With ICU and time zones; without a shell, a package manager and ASP.NET Core.
FROM mcr.microsoft.com/dotnet/runtime:10.0-noble-chiseled-extra
# Diagnostics would open a pipe in /tmp.
ENV DOTNET_EnableDiagnostics=0
COPY --from=build /app /app
WORKDIR /data
USER 1654
ENTRYPOINT ["dotnet", "/app/payment-customers.dll"]
