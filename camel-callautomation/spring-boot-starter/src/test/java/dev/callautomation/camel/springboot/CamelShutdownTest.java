package dev.callautomation.camel.springboot;

import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;

import dev.callautomation.camel.CallAutomationComponent;

import static org.assertj.core.api.Assertions.assertThat;

/** Which Camel contexts are stopped before the web server. */
class CamelShutdownTest {

    private final GenericApplicationContext parent = new GenericApplicationContext();
    private final GenericApplicationContext application = new GenericApplicationContext(parent);

    private static CamelContext register(GenericApplicationContext beans, String name, CamelContext context) {
        context.addComponent("callautomation", new CallAutomationComponent());
        context.start();
        beans.registerBean(name, CamelContext.class, () -> context, bean -> bean.setDestroyMethodName(""));
        return context;
    }

    private static final class Failing extends DefaultCamelContext {

        @Override
        public void stop() {
            throw new IllegalStateException("cannot stop");
        }
    }

    @Test
    void anErrorOfOneContextDoesNotKeepTheOthersRunning() {
        register(application, "first", new Failing());
        CamelContext second = register(application, "second", new DefaultCamelContext());
        parent.refresh();
        application.refresh();
        new CamelShutdown(application.getBeanFactory()).stop();

        assertThat(second.isStopped()).isTrue();
    }

    @Test
    void theContextOfAParentGoesOn() {
        CamelContext other = register(parent, "parent", new DefaultCamelContext());
        CamelContext own = register(application, "own", new DefaultCamelContext());
        parent.refresh();
        application.refresh();
        new CamelShutdown(application.getBeanFactory()).stop();

        assertThat(own.isStopped()).isTrue();
        assertThat(other.isStarted()).isTrue();
        other.stop();
    }

    @Test
    void aContextThatDoesNotExistYetIsNotCreated() {
        application.registerBean(
                "lazy",
                CamelContext.class,
                () -> {
                    throw new IllegalStateException("created");
                },
                bean -> bean.setLazyInit(true));
        parent.refresh();
        application.refresh();

        new CamelShutdown(application.getBeanFactory()).stop();
    }

    @Test
    void aContextWithoutTheComponentIsLeftToCamel() {
        CamelContext context = new DefaultCamelContext();
        context.start();
        application.registerBean(CamelContext.class, () -> context);
        parent.refresh();
        application.refresh();
        new CamelShutdown(application.getBeanFactory()).stop();

        assertThat(context.isStarted()).isTrue();
        application.close();
    }
}
