package tacit.panel.memory;

import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentServiceObjects;

/** Hands out one service when it is asked for. */
record Later<S>(S getService) implements ComponentServiceObjects<S> {

    @Override
    public void ungetService(S service) {
        // It is always there
    }

    @Override
    public ServiceReference<S> getServiceReference() {
        throw new UnsupportedOperationException("A fake has no registration");
    }
}
