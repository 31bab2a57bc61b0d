package dev.callautomation.camel.security;

/** Lets everything in. */
final class OpenGuard implements DeliveryGuard {

    @Override
    public boolean verifies() {
        return false;
    }

    @Override
    public void prepare() {
        // nothing is needed
    }

    @Override
    public Verdict delivery(Presented presented) {
        return Verdict.TRUSTED;
    }

    @Override
    public Verdict subscription(String name, String topic) {
        return Verdict.TRUSTED;
    }

    @Override
    public Verdict handshake(Presented presented, String origin) {
        return Verdict.TRUSTED;
    }
}
