package tacit.api.harness;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.annotation.bundle.Attribute;
import org.osgi.annotation.bundle.Capability;

/**
 * Makes an interface of the API a place in the harness. The host publishes a facade for it; bundles that provide it register
 * a service under the interface with the property {@link #PROPERTY}, which nobody but the host sees.
 *
 * <p>Methods of such an interface take and give API records, strings, numbers, enums, times, lists and maps only, so that
 * each call can be recorded and asked again. Providers are passive: they start no threads and keep no state of their own.
 *
 * <p>A role comes with questions that every provider of it must be able to answer before it goes live: the resource
 * {@code tacit/probes/<name>.json} beside the interface, an array of {@code {"method", "inputs"}} as {@link Calls} carry them.
 */
@Capability(namespace = Role.NAMESPACE, attribute = "type=${@class}")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Role {

    /** The namespace of the capability by which the host finds the interface. */
    String NAMESPACE = "tacit.role";

    /** The service property of a provider: the role that it fills, such as {@code failure-template}. */
    String PROPERTY = "tacit.role";

    /** The service property of a facade: the role that it stands for. */
    String FACADE = "tacit.facade";

    /** The name: lower case letters, digits and hyphens. */
    @Attribute("role")
    String value();

    /**
     * Whether several providers are active side by side, each under a name of its own: {@code trace-source/hen-house}. Such a
     * facade comes with the first generation that has the role and goes with the first that has not.
     */
    @Attribute("many")
    boolean many() default false;
}
