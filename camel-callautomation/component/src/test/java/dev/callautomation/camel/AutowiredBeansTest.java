package dev.callautomation.camel;

import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

import com.azure.core.credential.TokenCredential;
import io.vertx.core.Vertx;
import io.vertx.ext.web.client.WebClient;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Beans of the registry that become options of the component. */
class AutowiredBeansTest {

    private static final PropertyConfigurerGetter OPTIONS = new CallAutomationComponentConfigurer();

    private enum Option {
        VERTX(Vertx.class),
        WEB_CLIENT(WebClient.class),
        TOKEN_CREDENTIAL(TokenCredential.class),
        IDEMPOTENT_REPOSITORY(IdempotentRepository.class),
        RELAY(NodeRelay.class),
        SSL_CONTEXT_PARAMETERS(SSLContextParameters.class);

        private final Class<?> type;

        Option(Class<?> type) {
            this.type = type;
        }

        String optionName() {
            String[] words = name().toLowerCase(Locale.ROOT).split("_");
            return words[0]
                    + Stream.of(Arrays.copyOfRange(words, 1, words.length))
                            .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                            .reduce("", String::concat);
        }

        Object bean() {
            if (this == SSL_CONTEXT_PARAMETERS) {
                return new SSLContextParameters();
            }
            if (this == IDEMPOTENT_REPOSITORY) {
                return MemoryIdempotentRepository.memoryIdempotentRepository();
            }
            return Proxy.newProxyInstance(
                    type.getClassLoader(),
                    new Class<?>[] {type},
                    (proxy, method, arguments) -> switch (method.getName()) {
                        case "equals" -> proxy == arguments[0];
                        case "hashCode" -> System.identityHashCode(proxy);
                        case "toString" -> "bean";
                        default -> method.getReturnType() == boolean.class ? false : null;
                    });
        }
    }

    private static Object start(DefaultCamelContext context, Option option, Object... beans) throws Exception {
        for (int i = 0; i < beans.length; i++) {
            context.getRegistry().bind("bean-" + i, option.type, beans[i]);
        }
        context.start();
        context.getEndpoint("callautomation:hangUp");
        return value(context, option);
    }

    private static Object value(DefaultCamelContext context, Option option) {
        return OPTIONS.getOptionValue(component(context), option.optionName(), true);
    }

    private static CallAutomationComponent component(DefaultCamelContext context) {
        return context.getComponent("callautomation", CallAutomationComponent.class);
    }

    @ParameterizedTest
    @EnumSource
    void theOnlyBeanOfATypeIsUsed(Option option) throws Exception {
        Object bean = option.bean();
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            assertThat(start(context, option, bean)).isSameAs(bean);
        }
    }

    @ParameterizedTest
    @EnumSource
    void noneOfSeveralIsUsed(Option option) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            assertThat(start(context, option, option.bean(), option.bean())).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aValueThatIsSetIsKept(Option option) throws Exception {
        Object own = option.bean();
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            CallAutomationComponent component = new CallAutomationComponent(context);
            new CallAutomationComponentConfigurer().configure(context, component, option.optionName(), own, true);
            context.addComponent("callautomation", component);

            assertThat(start(context, option, option.bean())).isSameAs(own);
        }
    }

    @ParameterizedTest
    @EnumSource
    void autowiringCanBeSwitchedOffForComponentAndEndpoints(Option option) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            CallAutomationComponent component = new CallAutomationComponent(context);
            component.setAutowiredEnabled(false);
            context.addComponent("callautomation", component);

            assertThat(start(context, option, option.bean())).isNull();
            assertThat(context.getEndpoints())
                    .filteredOn(CallAutomationEndpoint.class::isInstance)
                    .hasSize(1)
                    .allSatisfy(endpoint -> assertThat(endpoint)
                            .isInstanceOfSatisfying(CallAutomationEndpoint.class, own -> {
                                assertThat(own.current().getWebClient()).isNull();
                                assertThat(own.current().getSslContextParameters())
                                        .isNull();
                                assertThat(own.current().getTokenCredential()).isNull();
                            }));
        }
    }
}
