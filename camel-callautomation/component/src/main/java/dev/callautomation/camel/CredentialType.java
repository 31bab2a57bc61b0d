package dev.callautomation.camel;

/** Type of the credential for requests to the service. */
public enum CredentialType {
    /** The access key in the option connectionString. */
    CONNECTION_STRING,
    /** The access key in the option accessKey. */
    ACCESS_KEY,
    /** A Microsoft Entra token that the library azure-identity obtains. */
    AZURE_IDENTITY,
    /** A Microsoft Entra token that a bean provides. */
    TOKEN_CREDENTIAL
}
