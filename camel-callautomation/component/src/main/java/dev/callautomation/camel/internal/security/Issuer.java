package dev.callautomation.camel.internal.security;

import java.net.URI;
import java.util.Map;

/**
 * An issuer of tokens, as configured, before its OpenID configuration is fetched.
 *
 * @param authority     authority that publishes its keys
 * @param configuration its OpenID configuration
 * @param name          its name in tokens and in that configuration
 * @param option        option that configures it, for messages
 */
record Issuer(Authority authority, URI configuration, String name, String option) {

    private static final String SERVICE_CONFIGURATION = "/calling/.well-known/acsopenidconfiguration";
    private static final String ENTRA_CONFIGURATION = "/.well-known/openid-configuration";

    /** Tokens of version 1 name an issuer that is not the address of their authority. */
    private static final Map<String, String> VERSION_1 = Map.of(
            "https://login.microsoftonline.com", "https://sts.windows.net",
            "https://login.microsoftonline.us", "https://sts.windows.net",
            "https://login.partner.microsoftonline.cn", "https://sts.chinacloudapi.cn");

    /** The service, or a simulator of it: its issuer is its own address. */
    static Issuer service(Authority authority) {
        return new Issuer(authority, authority.resolve(SERVICE_CONFIGURATION), authority.address(), "callbackIssuer");
    }

    /** A tenant of Microsoft Entra, for tokens of version 1, signed with the keys that this version's document names. */
    static Issuer entra1(Authority authority, String tenant) {
        String name = VERSION_1.getOrDefault(authority.address(), authority.address()) + "/" + tenant + "/";
        return new Issuer(authority, authority.resolve("/" + tenant + ENTRA_CONFIGURATION), name, "eventGridIssuer");
    }

    /** A tenant of Microsoft Entra, for tokens of version 2. */
    static Issuer entra2(Authority authority, String tenant) {
        String path = "/" + tenant + "/v2.0";
        return new Issuer(
                authority,
                authority.resolve(path + ENTRA_CONFIGURATION),
                authority.address() + path,
                "eventGridIssuer");
    }

    /**
     * Whether a name in a token or a configuration is that of this issuer. A configuration of another issuer is not used
     * (OpenID Connect Discovery 1.0, section 4.3): otherwise one mistyped address, or one compromised document, would make
     * the tokens of that other issuer valid. A trailing slash makes no difference here; token and configuration still have
     * to agree literally.
     */
    boolean hasName(String other) {
        return other != null && bare(other).equals(bare(name));
    }

    private static String bare(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }
}
