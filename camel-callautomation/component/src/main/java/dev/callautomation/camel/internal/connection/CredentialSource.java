package dev.callautomation.camel.internal.connection;

import java.time.Duration;
import java.util.Objects;

import io.vertx.core.Vertx;

import dev.callautomation.camel.internal.client.AccessKeyCredential;
import dev.callautomation.camel.internal.client.AzureIdentities;
import dev.callautomation.camel.internal.client.AzureTokens;
import dev.callautomation.camel.internal.client.Credential;
import dev.callautomation.camel.internal.client.HttpProxy;

/** Source of a credential. Equal sources create equivalent credentials. */
public sealed interface CredentialSource {

    /**
     * @param  timeout                  timeout of a request for a token
     * @param  proxy                    for requests for tokens; {@code null} for direct connections
     * @throws IllegalArgumentException if it is not usable; the message contains no secret
     * @throws IllegalStateException    if a library is missing; the message names it
     */
    Credential open(Vertx vertx, Duration timeout, HttpProxy proxy);

    /** An access key. */
    record AccessKey(String key) implements CredentialSource {

        @Override
        public Credential open(Vertx vertx, Duration timeout, HttpProxy proxy) {
            return new AccessKeyCredential(key);
        }

        /** Omits the key. */
        @Override
        public String toString() {
            return "AccessKey[]";
        }
    }

    /**
     * An identity in Microsoft Entra: a service principal with all three, a managed identity with a client id alone, and
     * the default credential chain with none.
     */
    record Identity(String tenantId, String clientId, String clientSecret) implements CredentialSource {

        public Identity {
            boolean principal = tenantId != null && clientId != null && clientSecret != null;
            if (!principal && (tenantId != null || clientSecret != null)) {
                throw new IllegalArgumentException("A service principal requires tenantId, clientId and clientSecret; a"
                        + " managed identity requires clientId alone, and the default credential chain none of them");
            }
        }

        @Override
        public Credential open(Vertx vertx, Duration timeout, HttpProxy proxy) {
            try {
                return AzureTokens.credential(identity(proxy), vertx, timeout);
            } catch (NoClassDefFoundError e) {
                throw new IllegalStateException(
                        "credentialType=AZURE_IDENTITY requires the library com.azure:azure-identity on the class path; add"
                                + " it to the dependencies",
                        e);
            }
        }

        private Object identity(HttpProxy proxy) {
            if (clientSecret != null) {
                return AzureIdentities.servicePrincipal(tenantId, clientId, clientSecret, proxy);
            }
            return clientId != null ? AzureIdentities.managed(clientId, proxy) : AzureIdentities.fromEnvironment(proxy);
        }

        /** Omits the secret. */
        @Override
        public String toString() {
            return "Identity[tenantId=" + tenantId + ", clientId=" + clientId + "]";
        }
    }

    /** A {@code com.azure.core.credential.TokenCredential}; two are equal if they are the same bean. */
    record Bean(Object credential) implements CredentialSource {

        @Override
        public Credential open(Vertx vertx, Duration timeout, HttpProxy proxy) {
            try {
                return AzureTokens.credential(credential, vertx, timeout);
            } catch (NoClassDefFoundError e) {
                throw new IllegalStateException(
                        "credentialType=TOKEN_CREDENTIAL requires the library com.azure:azure-core on the class path; add it"
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

        /** Omits the bean, whose text may contain secrets. */
        @Override
        public String toString() {
            return "Bean[]";
        }
    }
}
