package tacit.runtime.itest;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.List;

/** Finds settings that a component describes and nothing reads. */
final class DeadSettings {

    private static final String DESCRIBED = "org.osgi.service.metatype.annotations.ObjectClassDefinition";

    private DeadSettings() {}

    /** The annotations that describe settings. */
    static List<JavaClass> described(JavaClasses classes) {
        return classes.stream().filter(DeadSettings::isDescribed).toList();
    }

    /** Settings, as {@code Type.method}, that no code calls. */
    static List<String> in(JavaClasses classes) {
        return described(classes).stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(setting -> setting.getAccessesToSelf().isEmpty())
                .map(DeadSettings::name)
                .sorted()
                .toList();
    }

    private static boolean isDescribed(JavaClass type) {
        return type.isAnnotation() && (type.getSimpleName().equals("Config") || type.isAnnotatedWith(DESCRIBED));
    }

    private static String name(JavaMethod setting) {
        return setting.getOwner().getName() + "." + setting.getName();
    }
}
