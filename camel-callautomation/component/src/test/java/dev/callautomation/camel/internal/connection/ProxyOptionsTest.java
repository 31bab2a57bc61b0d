package dev.callautomation.camel.internal.connection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callautomation.camel.CallAutomationConfiguration;
import dev.callautomation.camel.internal.client.HttpProxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Where the proxy is looked for, in which order. */
class ProxyOptionsTest {

    private final CallAutomationConfiguration options = new CallAutomationConfiguration();
    private final Map<String, String> global = new HashMap<>();
    private final Map<String, String> properties = new HashMap<>();
    private final Map<String, String> environment = new HashMap<>();

    private HttpProxy find() {
        return ProxyOptions.find(options, global, properties::get, environment::get);
    }

    @Test
    void theFirstSourceApplies() {
        assertThat(find()).isNull();
        environment.put("HTTPS_PROXY", "http://of-environment:3128");
        assertThat(find()).hasToString("of-environment:3128");
        properties.put("http.proxyHost", "of-http-properties");
        assertThat(find()).hasToString("of-http-properties:80");
        properties.put("https.proxyHost", "of-properties");
        assertThat(find()).hasToString("of-properties:443");
        properties.put("https.proxyPort", "8443");
        assertThat(find()).hasToString("of-properties:8443");
        global.put("http.proxyHost", "of-camel");
        global.put("http.proxyPort", "8080");
        assertThat(find()).hasToString("of-camel:8080");
        options.setProxyHost("of-options");
        options.setProxyPort(1234);
        assertThat(find()).hasToString("of-options:1234");
    }

    @ParameterizedTest
    @CsvSource({
        "http://proxy:3128, proxy, 3128",
        "proxy:3128, proxy, 3128",
        "http://proxy, proxy, 80",
        "http://proxy:3128/, proxy, 3128",
        "http://[::1]:3128, ::1, 3128"
    })
    void theVariableHasSeveralForms(String value, String host, int port) {
        environment.put("https_proxy", value);
        assertThat(find().host()).isEqualTo(host);
        assertThat(find().port()).isEqualTo(port);
        assertThat(find().username()).isNull();
    }

    @Test
    void theVariableMayHaveAUser() {
        environment.put("HTTPS_PROXY", "http://me:p%40ss:word@proxy:3128");
        assertThat(find().username()).isEqualTo("me");
        assertThat(find().password()).isEqualTo("p@ss:word");
        assertThat(find()).hasToString("proxy:3128");
    }

    @Test
    void hostsWithoutProxyAreThoseOfTheSource() {
        environment.put("HTTPS_PROXY", "http://proxy:3128");
        environment.put("NO_PROXY", "Example.com, .internal *.corp, 10.0.0.1:8080");
        assertThat(find().nonProxyHosts())
                .containsExactlyInAnyOrder(
                        "example.com",
                        "*.example.com",
                        "internal",
                        "*.internal",
                        "corp",
                        "*.corp",
                        "10.0.0.1",
                        "*.10.0.0.1",
                        "localhost",
                        "127.*",
                        "::1");
        properties.put("https.proxyHost", "proxy");
        properties.put("http.nonProxyHosts", "*.internal|[fd00::1]");
        assertThat(find().nonProxyHosts())
                .containsExactlyInAnyOrder("*.internal", "fd00::1", "localhost", "127.*", "::1");
        options.setProxyHost("proxy");
        options.setProxyPort(1);
        assertThat(find().nonProxyHosts()).isEmpty();
        options.setNonProxyHosts("a.example.com, *.B.example.com");
        assertThat(find().nonProxyHosts()).isEqualTo(List.of("a.example.com", "*.b.example.com"));
    }

    @Test
    void noProxyCanBeForAllHosts() {
        environment.put("HTTPS_PROXY", "http://proxy:3128");
        environment.put("NO_PROXY", "*");
        assertThat(find()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://me:s3cret@",
                "socks5://me:s3cret@proxy:1",
                "http://me:s3cret@proxy:99999",
                "http://me:s3cret@ :x"
            })
    void anInvalidVariableIsRefusedWithoutItsPassword(String value) {
        environment.put("HTTPS_PROXY", value);
        assertThatThrownBy(this::find)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("HTTPS_PROXY")
                .hasMessageNotContaining("s3cret")
                .hasNoCause();
    }

    @ParameterizedTest
    @CsvSource({"http://proxy, 1", "me:s3cret@proxy, 1", "proxy, ", "proxy, 0", "proxy, 65536", "' ', 1"})
    void invalidOptionsAreRefusedWithoutTheirText(String host, Integer port) {
        options.setProxyHost(host);
        options.setProxyPort(port);
        assertThatThrownBy(this::find)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("proxyPort")
                .hasMessageNotContaining("s3cret");
    }
}
