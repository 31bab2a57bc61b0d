package dev.callautomation.camel;

import java.time.Duration;
import java.util.Objects;

import io.vertx.core.Vertx;

import dev.callautomation.camel.client.AccessKeyCredential;
import dev.callautomation.camel.client.AzureIdentities;
import dev.callautomation.camel.client.AzureTokens;
import dev.callautomation.camel.client.Credential;

/** What a credential is made of. Two that are equal make credentials for the same. */
sealed interface CredentialSource {

    /**
     * @throws IllegalArgumentException if it is not usable; the message repeats no secret
     * @throws IllegalStateException    if a library is missing; the message names it
     */
    Credential open(Vertx vertx, Duration patience);

    /** An access key. */
    record AccessKey(String key) implements CredentialSource {

        @Override
        public Credential open(Vertx vertx, Duration patience) {
            return new AccessKeyCredential(key);
        }

        /** Leaves the key out. */
        @Override
        public String toString() {
            return "AccessKey[]";
        }
    }

    /**
     * An identity in Microsoft Entra: a service principal with all three, a managed identity with a client id alone, and
     * whatever the environment offers with none.
     */
    record Identity(String tenantId, String clientId, String clientSecret) implements CredentialSource {

        public Identity {
            boolean principal = tenantId != null && clientId != null && clientSecret != null;
            if (!principal && (tenantId != null || clientSecret != null)) {
                throw new IllegalArgumentException("A service principal needs tenantId, clientId and clientSecret; a"
                        + " managed identity clientId alone, and the default chain of credentials none of them");
            }
        }

        @Override
        public Credential open(Vertx vertx, Duration patience) {
            try {
                return AzureTokens.credential(identity(), vertx, patience);
            } catch (NoClassDefFoundError e) {
                throw new IllegalStateException(
                        "credentialType=AZURE_IDENTITY needs the library com.azure:azure-identity on the class path; add"
                                + " it to the dependencies",
                        e);
            }
        }

        private Object identity() {
            if (clientSecret != null) {
                return AzureIdentities.servicePrincipal(tenantId, clientId, clientSecret);
            }
            return clientId != null ? AzureIdentities.managed(clientId) : AzureIdentities.fromEnvironment();
        }

        /** Leaves the secret out. */
        @Override
        public String toString() {
            return "Identity[tenantId=" + tenantId + ", clientId=" + clientId + "]";
        }
    }

    /** A {@code com.azure.core.credential.TokenCredential}; two are equal if they are the same bean. */
    record Bean(Object credential) implements CredentialSource {

        @Override
        public Credential open(Vertx vertx, Duration patience) {
            try {
                return AzureTokens.credential(credential, vertx, patience);
            } catch (NoClassDefFoundError e) {
                throw new IllegalStateException(
                        "credentialType=TOKEN_CREDENTIAL needs the library com.azure:azure-core on the class path; add it"
                                + " to the dependencies",
                        e);
            }
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Bean bean && bean.credential == credential;
        }

        @Override
        public int hashCode() {
            return Objects.hash(System.identityHashCode(credential));
        }

        /** Leaves the bean out: it may tell its secrets. */
        @Override
        public String toString() {
            return "Bean[]";
        }
    }
}
