package tacit.runtime.itest;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.Arrays;
import java.util.List;
import tacit.api.pulse.CoreSetting;
import tacit.api.pulse.ProfileField;

/** Finds settings that a component or the catalogue of scopes describes and nothing reads. */
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

    /** Settings by scope that no bundle but the one that lists them asks for; those of profiles are asked for by their field. */
    static List<String> scoped(JavaClasses classes) {
        JavaClass catalogue = classes.get(CoreSetting.class);
        return Arrays.stream(CoreSetting.values())
                .filter(setting -> !isRead(catalogue.getField(setting.name())))
                .filter(setting -> !isReadByField(classes, setting))
                .map(setting -> CoreSetting.class.getName() + "." + setting.name())
                .sorted()
                .toList();
    }

    private static boolean isRead(JavaMember member) {
        return member.getAccessesToSelf().stream()
                .map(access -> access.getOriginOwner().getPackageName())
                .anyMatch(from -> !from.startsWith("tacit.api."));
    }

    private static boolean isReadByField(JavaClasses classes, CoreSetting setting) {
        return Arrays.stream(ProfileField.values()).anyMatch(field -> field.setting() == setting)
                && isRead(classes.get(ProfileField.class).getMethod("setting"));
    }

    private static boolean isDescribed(JavaClass type) {
        return type.isAnnotation() && (type.getSimpleName().equals("Config") || type.isAnnotatedWith(DESCRIBED));
    }

    private static String name(JavaMethod setting) {
        return setting.getOwner().getName() + "." + setting.getName();
    }
}
