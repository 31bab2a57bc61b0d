package dev.callautomation.camel.internal.security;

/** Accepts every request. */
final class NoAuthentication implements DeliveryAuthenticator {

    @Override
    public boolean verifies() {
        return false;
    }

    @Override
    public void prepare() {
        // nothing is needed
    }

    @Override
    public AuthenticationResult delivery(DeliveryCredentials credentials) {
        return AuthenticationResult.TRUSTED;
    }

    @Override
    public AuthenticationResult subscription(String name, String topic) {
        return AuthenticationResult.TRUSTED;
    }

    @Override
    public AuthenticationResult handshake(DeliveryCredentials credentials, String origin) {
        return AuthenticationResult.TRUSTED;
    }
}
