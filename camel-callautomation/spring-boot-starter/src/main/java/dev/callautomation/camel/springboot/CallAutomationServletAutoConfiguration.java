package dev.callautomation.camel.springboot;

import io.undertow.Undertow;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.util.ConditionalOnHierarchicalProperties;
import org.apache.catalina.startup.Tomcat;
import org.apache.coyote.http11.Http11NioProtocol;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletPath;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;

import dev.callautomation.camel.CallAutomationComponent;

/**
 * Receives deliveries of events on the servlet container of the application. Requests are authenticated by the component,
 * before Spring Security and all other filters.
 */
@AutoConfiguration
@ConditionalOnWebApplication(type = Type.SERVLET)
@ConditionalOnClass({CamelContext.class, CallAutomationComponent.class})
@ConditionalOnHierarchicalProperties({"camel.component", "camel.component.callautomation"})
public class CallAutomationServletAutoConfiguration {

    @Bean
    ServletDeliveryServer callAutomationDeliveryServer(
            ObjectProvider<ServletContext> container,
            ObjectProvider<DispatcherServletPath> dispatcher,
            ObjectProvider<CamelContext> camel) {
        return new ServletDeliveryServer(container, dispatcher, camel);
    }

    @Bean
    FilterRegistrationBean<DeliveryServletFilter> callAutomationDeliveryFilter(ServletDeliveryServer server) {
        return new FirstFilter(server);
    }

    @Bean
    CamelShutdown callAutomationCamelShutdown(ConfigurableListableBeanFactory application) {
        return new CamelShutdown(application);
    }

    /** Comes before filters of the highest precedence, too: no other may read the body or replace the request. */
    private static final class FirstFilter extends FilterRegistrationBean<DeliveryServletFilter>
            implements PriorityOrdered {

        FirstFilter(ServletDeliveryServer server) {
            super(new DeliveryServletFilter(server));
            setName("callAutomationDeliveryFilter");
            setOrder(Ordered.HIGHEST_PRECEDENCE);
            setAsyncSupported(true);
            setDispatcherTypes(DispatcherType.REQUEST);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass({Tomcat.class, Http11NioProtocol.class})
    static class OnTomcat {

        @Bean
        TomcatCustomizer callAutomationTomcatCustomizer(ServletDeliveryServer server) {
            return new TomcatCustomizer(server);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(Undertow.class)
    static class OnUndertow {

        @Bean
        UndertowConnections callAutomationUndertowConnections(ServletDeliveryServer server, BeanFactory application) {
            return new UndertowConnections(server, application);
        }

        @Bean
        UndertowCustomizer callAutomationUndertowCustomizer(UndertowConnections connections) {
            return new UndertowCustomizer(connections);
        }
    }
}
