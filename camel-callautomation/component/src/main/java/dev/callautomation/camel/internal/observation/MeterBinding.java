package dev.callautomation.camel.internal.observation;

import org.apache.camel.CamelContext;
import org.apache.camel.StartupListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adds the meters of a component to the meter registry of its context, if Micrometer is on the class path and there is one:
 * when the component starts or, as other components may create it later, when the context has started.
 */
public final class MeterBinding implements StartupListener {

    private static final Logger LOG = LoggerFactory.getLogger(MeterBinding.class);

    private final MeterValues values;

    /** Also if that has failed. */
    private boolean bound;

    private MeterBinding(MeterValues values) {
        this.values = values;
    }

    public static void add(CamelContext context, MeterValues values) throws Exception {
        if (isAvailable()) {
            MeterBinding binding = new MeterBinding(values);
            binding.bind(context);
            context.addStartupListener(binding);
        }
    }

    private static boolean isAvailable() {
        try {
            Class.forName("io.micrometer.core.instrument.MeterRegistry", false, MeterBinding.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    @Override
    public void onCamelContextStarted(CamelContext context, boolean alreadyStarted) {
        bind(context);
    }

    private synchronized void bind(CamelContext context) {
        if (bound || values.observed().observations().isClosed()) {
            return;
        }
        try {
            bound = ComponentMeters.register(context, values);
        } catch (RuntimeException e) {
            // the application works without meters
            bound = true;
            LOG.warn("{} has no meters: the meter registry failed", values.component(), e);
        }
    }
}
