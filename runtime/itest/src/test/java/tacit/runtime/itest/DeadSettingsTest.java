package tacit.runtime.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tacit.api.pulse.CoreSetting;
import tacit.api.pulse.ProfileField;

class DeadSettingsTest {

    private static final Pattern AD = Pattern.compile("<AD ");

    private static final JavaClasses TACIT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("tacit");

    @Test
    void everySettingIsRead() {
        assertThat(DeadSettings.in(TACIT)).isEmpty();
    }

    @Test
    void seesEverySettingThatABundleDescribes() {
        assertThat(DeadSettings.described(TACIT)).hasSizeGreaterThan(40).allSatisfy(type -> assertThat(
                        AD.matcher(metatype(type.getName())).results().count())
                .as(type.getName())
                .isEqualTo(type.getMethods().size()));
    }

    @Test
    void catchesOneThatNothingReads() {
        JavaClasses sample = new ClassFileImporter().importClasses(Neglectful.class, Neglectful.Config.class);

        assertThat(DeadSettings.in(sample)).containsExactly(Neglectful.Config.class.getName() + ".forgotten");
    }

    @Test
    void everySettingByScopeIsRead() {
        assertThat(DeadSettings.scoped(TACIT)).isEmpty();
    }

    @Test
    void catchesSettingsByScopeThatNothingReads() {
        JavaClasses sample =
                new ClassFileImporter().importClasses(CoreSetting.class, ProfileField.class, Reading.class);

        assertThat(DeadSettings.scoped(sample))
                .hasSize(CoreSetting.values().length - 1)
                .contains(CoreSetting.class.getName() + ".SIGNALS_KEPT", CoreSetting.class.getName() + ".PROFILE_HOURS")
                .doesNotContain(CoreSetting.class.getName() + ".SIGNALS_OPEN");
    }

    /** Reads one setting by scope. */
    static final class Reading {

        final String key = CoreSetting.SIGNALS_OPEN.key();
    }

    private static String metatype(String type) {
        try (InputStream in = DeadSettingsTest.class.getResourceAsStream("/OSGI-INF/metatype/" + type + ".xml")) {
            assertThat(in).as(type).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads one of its settings. */
    static final class Neglectful {

        final int limit;

        Neglectful(Config config) {
            limit = config.limit();
        }

        /** Two settings. */
        @interface Config {

            int limit() default 1;

            int forgotten() default 2;
        }
    }
}
