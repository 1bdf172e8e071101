namespace PaymentCustomers.Emulator.OnePay;

/// <summary>One entry of the list of field errors.</summary>
internal readonly record struct FieldProblem(string Key, string Description);

/// <summary>An error: status, the provider's code and its name, a message in Spanish, and the invalid fields.</summary>
/// <remarks>
/// The contract documents the form and three codes, none of which concern customers. The other numbers are invented, one per name,
/// so that clients that depend on them are noticed.
/// </remarks>
internal sealed record OnePayProblem(int Status, int Code, string CodeName, string Message)
{
    public IReadOnlyList<FieldProblem> Fields { get; init; } = [];

    public static OnePayProblem BadKey { get; } = new(401, 10401, "unauthenticated", "La llave de acceso no es válida");

    public static OnePayProblem PublicKey { get; } =
        new(401, 10402, "public_key_not_allowed", "Las llaves públicas (pk_) no pueden usarse en el servidor");

    public static OnePayProblem NoCustomer { get; } =
        new(404, 10404, "customer_not_found", "El cliente no existe o pertenece a otra empresa");

    public static OnePayProblem NotJson { get; } =
        new(400, 10400, "invalid_json", "El cuerpo de la solicitud no es un JSON válido");

    public static OnePayProblem KeyReused { get; } =
        new(409, 10409, "idempotency_key_reused", "La llave x-idempotency ya fue usada con otros datos");

    public static OnePayProblem DocumentTaken { get; } =
        new(409, 10410, "customer_already_exists", "Ya existe un cliente con el mismo documento");

    public static OnePayProblem Invalid(params IReadOnlyList<FieldProblem> fields) =>
        new(422, 10422, "validation_error", "Los datos enviados no son válidos") { Fields = fields };

    /// <summary>The error for a status that does not depend on the request's content.</summary>
    public static OnePayProblem Of(int status) => status switch
    {
        401 => BadKey,
        403 => new(403, 10403, "company_inactive", "La empresa está inactiva o no tiene permisos"),
        404 => new(404, 10405, "route_not_found", "La ruta solicitada no existe"),
        405 => new(405, 10406, "method_not_allowed", "El método no está permitido para esta ruta"),
        408 => new(408, 10408, "request_timeout", "La solicitud tardó demasiado"),
        409 => DocumentTaken,
        413 => new(413, 10413, "payload_too_large", "El cuerpo de la solicitud es demasiado grande"),
        415 => new(415, 10415, "unsupported_media_type", "El encabezado Content-Type debe ser application/json"),
        422 => Invalid(),
        429 => new(429, 10429, "too_many_requests", "Demasiadas solicitudes"),
        >= 500 => new(status, 10500 + status - 400, "server_error", "El servicio no está disponible en este momento"),
        _ => new(status, 10499, "request_failed", "La solicitud no pudo ser procesada"),
    };
}
