package dev.callautomation.camel;

/** What proves to the service who sends a request. */
public enum CredentialType {
    /** The access key in the connection string. */
    CONNECTION_STRING,
    /** The access key of its own option. */
    ACCESS_KEY,
    /** A Microsoft Entra token that the library azure-identity gets. */
    AZURE_IDENTITY,
    /** A Microsoft Entra token that a bean gets. */
    TOKEN_CREDENTIAL
}
