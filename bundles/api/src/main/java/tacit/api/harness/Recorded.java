package tacit.api.harness;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.annotation.bundle.Capability;

/**
 * Marks a service of the host that providers of roles may ask. They see it through a recording view: what it answered
 * inside a recorded call is kept with the call, and in a sandbox is answered from there.
 */
@Capability(namespace = Recorded.NAMESPACE, attribute = "type=${@class}")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Recorded {

    /** The namespace of the capability by which the host finds the interface. */
    String NAMESPACE = "tacit.recorded";

    /** The service property of the view that providers see. */
    String VIEW = "tacit.recorded.view";
}
