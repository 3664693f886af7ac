package tacit.runtime.harness.activation.sample;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Misbehaves at the start in the way that stands in its bundle. */
public final class SampleActivator implements BundleActivator {

    @Override
    public void start(BundleContext context) {
        switch (Sample.text("mood.txt")) {
            case "throws at start" -> throw new IllegalStateException("no mood to start");
            case "hangs at start" -> Sample.await();
            case "dies at start" -> throw new OutOfMemoryError("pretended");
            default -> {
                // starts as any other
            }
        }
    }

    @Override
    public void stop(BundleContext context) {
        if (Sample.text("mood.txt").equals("hangs at stop")) {
            Sample.await();
        }
    }
}
