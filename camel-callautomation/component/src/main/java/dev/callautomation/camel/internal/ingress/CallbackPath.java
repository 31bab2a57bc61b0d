package dev.callautomation.camel.internal.ingress;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callautomation.camel.internal.security.DeliveryAuthenticator;
import dev.callautomation.camel.internal.security.SecuritySettings;

/**
 * The callback path that the consumers and the waiting operations of a component share. It is served from the first of them on
 * until the last one has left, and also while a consumer is configured that is not started yet, or stopped.
 */
final class CallbackPath {

    /** Creates what authenticates deliveries. */
    interface AuthenticatorFactory {

        DeliveryAuthenticator create(SecuritySettings settings) throws Exception;
    }

    private static final Logger LOG = LoggerFactory.getLogger(CallbackPath.class);

    private final String path;
    private final Callable<DeliveryServer> server;
    private final AuthenticatorFactory authenticators;
    private final Function<CallbackPath, DeliveryHandler> handlers;
    private final Map<Object, SecuritySettings> users = new LinkedHashMap<>();
    /** The settings of those that enter later, or again, by name. */
    private final Map<String, SecuritySettings> reserved = new LinkedHashMap<>();

    private SecuritySettings security;
    private volatile DeliveryAuthenticator authenticator;
    private DeliveryHandler handler;
    private volatile DeliveryServer.Registration registration;
    private volatile String contextPath = "";
    private volatile boolean wanted;

    /**
     * @param server         finds the HTTP server
     * @param authenticators creates what authenticates deliveries
     * @param handlers       creates what handles requests
     */
    CallbackPath(
            String path,
            Callable<DeliveryServer> server,
            AuthenticatorFactory authenticators,
            Function<CallbackPath, DeliveryHandler> handlers) {
        this.path = path;
        this.server = server;
        this.authenticators = authenticators;
        this.handlers = handlers;
    }

    /** Authenticates deliveries by the settings of all users. */
    DeliveryAuthenticator authenticator() {
        return authenticator;
    }

    /** The path of the HTTP server, which precedes the callback path; empty if it has none, or is not known yet. */
    String contextPath() {
        return contextPath;
    }

    /**
     * Adds a user.
     *
     * @param  name                     ends what is reserved for this name; {@code null} if nothing can be
     * @throws IllegalArgumentException if its settings contradict those of another user
     */
    synchronized void enter(Object user, String name, SecuritySettings settings) throws Exception {
        Map<Object, SecuritySettings> all = new LinkedHashMap<>(users);
        all.put(user, settings);
        Map<String, SecuritySettings> others = new LinkedHashMap<>(reserved);
        others.remove(name);
        // fetching keys takes time
        wanted = true;
        try {
            authenticate(all.values(), others.values());
            open();
            users.put(user, settings);
            reserved.remove(name);
        } finally {
            wanted = !isUnused();
        }
    }

    /** Opens the path for a user that enters later, or again. */
    synchronized void reserve(String name, SecuritySettings settings) throws Exception {
        reserved.put(name, settings);
        wanted = true;
        try {
            authenticate(users.values(), reserved.values());
            open();
        } catch (Exception e) {
            reserved.remove(name);
            wanted = !isUnused();
            throw e;
        }
    }

    private void open() throws Exception {
        if (registration == null) {
            DeliveryServer http = server.call();
            handler = handlers.apply(this);
            registration = http.serve(handler);
            contextPath = http.contextPath();
        }
    }

    /** Those that are reserved give way to users, and to one another, if they contradict. */
    private void authenticate(Collection<SecuritySettings> present, Collection<SecuritySettings> later)
            throws Exception {
        List<SecuritySettings> all = new ArrayList<>(present);
        for (SecuritySettings settings : later) {
            if (all.isEmpty() || all.get(0).agrees(settings)) {
                all.add(settings);
            }
        }
        SecuritySettings union = SecuritySettings.union(path, all);
        if (!union.equals(security)) {
            authenticator = authenticators.create(union);
            security = union;
        }
    }

    boolean isOpen() {
        return registration != null;
    }

    /** Whether requests can arrive. */
    boolean isServing() {
        DeliveryServer.Registration open = registration;
        return open != null && open.isServing();
    }

    /** Whether it has users, or is reserved. Does not block while it is being opened. */
    boolean isWanted() {
        return wanted;
    }

    private boolean isUnused() {
        return users.isEmpty() && reserved.isEmpty();
    }

    /** Removes a user. */
    synchronized void leave(Object user) {
        if (users.remove(user) != null) {
            settle();
        }
    }

    /** Removes a user that may enter again by its name. */
    synchronized void stop(Object user, String name) {
        SecuritySettings settings = users.get(user);
        if (settings != null) {
            reserved.put(name, settings);
            leave(user);
        }
    }

    /** Ends what is reserved for a name. */
    synchronized void release(String name) {
        if (reserved.remove(name) != null) {
            settle();
        }
    }

    private void settle() {
        if (isUnused()) {
            close();
            return;
        }
        try {
            authenticate(users.values(), reserved.values());
        } catch (Exception e) {
            // the settings remain those of one user more
            LOG.warn("The authentication of deliveries to {} could not be changed", path, e);
        }
    }

    /** Frees the path, even if it has users. */
    synchronized void close() {
        if (registration != null) {
            handler.close();
            registration.close();
            registration = null;
        }
        users.clear();
        reserved.clear();
        wanted = false;
        security = null;
    }
}
