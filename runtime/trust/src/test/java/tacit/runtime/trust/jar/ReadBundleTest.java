package tacit.runtime.trust.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.trust.BundleFacts;
import tacit.api.trust.BundleTrust;
import tacit.api.trust.ComponentFacts;
import tacit.runtime.testkit.BundleJar;
import tacit.runtime.trust.Jars;
import tacit.runtime.trust.PolicyTrust;
import tacit.runtime.trust.Zips;

class ReadBundleTest {

    @Test
    void readsARealBundle() throws UnreadableJarException {
        BundleFacts facts = read(BundleJar.of(PolicyTrust.class)).facts();

        assertThat(facts.symbolicName()).isEqualTo("tacit.runtime.trust");
        assertThat(facts.version()).isEqualTo("1.0.0.SNAPSHOT");
        assertThat(facts.roles()).isEqualTo(Map.of("extension/tacit.runtime.trust", ""));
        assertThat(facts.components())
                .contains(new ComponentFacts(
                        PolicyTrust.class.getName(),
                        null,
                        List.of(BundleTrust.class.getName()),
                        List.of(Clock.class.getName()),
                        List.of(PolicyTrust.class.getName())));
        assertThat(facts.imports())
                .containsEntry("tacit.api.trust", "[1.0,1.1)")
                .doesNotContainKeys("org.jspecify.annotations", "java.util");
        assertThat(facts.settings().get(PolicyTrust.class.getName()))
                .containsEntry("trust", "String")
                .containsEntry("data.directory", "String");
        assertThat(facts.pids()).contains(PolicyTrust.class.getName());
    }

    @Test
    void readsTheRoleOfAProvider() throws UnreadableJarException {
        ReadBundle bundle = read(Jars.sound().bytes());

        assertThat(bundle.problems()).isEmpty();
        assertThat(bundle.facts().roles()).isEqualTo(Map.of(Jars.ROLE, "tacit.api.learn.FailureTemplates"));
        assertThat(bundle.facts().components()).extracting(ComponentFacts::role).containsExactly(Jars.ROLE);
    }

    @Test
    void takesMandatoryReferencesOnly() throws UnreadableJarException {
        ComponentFacts component = component(Jars.component("""
                <reference interface="hen.A"/>
                <reference interface="hen.B" cardinality="1..n"/>
                <reference interface="hen.C" cardinality="0..1"/>
                <reference interface="hen.D" cardinality="0..n"/>
                """));

        assertThat(component.references()).containsExactly("hen.A", "hen.B");
    }

    @ParameterizedTest
    @CsvSource({
        "'', hen.Templates",
        "configuration-pid='hen.P', hen.P",
        "configuration-pid='hen.P $', hen.P+hen.Templates",
        "configuration-policy='ignore', ''"
    })
    void knowsThePidsOfAComponent(String attribute, String pids) throws UnreadableJarException {
        String xml = Jars.component("").replace("name=", attribute + " name=");

        assertThat(String.join("+", component(xml).pids())).isEqualTo(pids);
    }

    @Test
    void namesAComponentByItsClassWhereItHasNoName() throws UnreadableJarException {
        assertThat(component("<component><implementation class='hen.Egg'/></component>")
                        .name())
                .isEqualTo("hen.Egg");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<property name='tacit.role' value='guard'/>",
                "<property name='tacit.role'>guard</property>",
                "<property name='tacit.role' value='before'/><property name='tacit.role' value='guard'/>",
                "<properties entry='role.properties'/>"
            })
    void findsTheRoleWhereverItIsWritten(String written) throws UnreadableJarException {
        byte[] jar = Jars.bare()
                .resource("role.properties", "tacit.role = guard")
                .component("a", Jars.component(written + "<service><provide interface='hen.A'/></service>"))
                .bytes();

        assertThat(read(jar).facts().roles()).isEqualTo(Map.of("guard", "hen.A"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Guard", "a b", "a/b/c", "/a", "a/", "../a", "guard\nnext", "extension/hen", "ä"})
    void complainsOfARoleThatIsNoName(String role) throws UnreadableJarException {
        ReadBundle bundle = read(provider(role.replace("\n", "&#10;"), "hen.A"));

        assertThat(bundle.problems()).singleElement().asString().contains("is not the name of one");
    }

    @Test
    void takesARoleOfAFamily() throws UnreadableJarException {
        ReadBundle bundle = read(provider("trace-source/hen-house-2", "hen.A"));

        assertThat(bundle.problems()).isEmpty();
        assertThat(bundle.facts().roles()).containsOnlyKeys("trace-source/hen-house-2");
    }

    @Test
    void complainsOfAProviderWithoutExactlyOneInterface() throws UnreadableJarException {
        assertThat(read(provider("guard")).problems())
                .singleElement()
                .asString()
                .contains("offers 0 interfaces");
        assertThat(read(provider("guard", "hen.A", "hen.B")).problems())
                .containsExactly("Component 'hen.Templates' fills role guard and offers 2 interfaces; it must offer"
                        + " exactly one");
    }

    @Test
    void complainsOfTwoComponentsThatFillOneRole() throws UnreadableJarException {
        byte[] jar = Jars.bare()
                .provider("guard", Runnable.class, "hen.A")
                .provider("guard", Runnable.class, "hen.B")
                .bytes();

        assertThat(read(jar).problems()).containsExactly("Two components fill role guard; a bundle fills a role once");
    }

    @Test
    void findsComponentsByAPattern() throws UnreadableJarException {
        byte[] jar = Jars.bare()
                .header("Service-Component", "OSGI-INF/h*.xml")
                .provider("one", Runnable.class, "hen.A")
                .provider("two", Runnable.class, "other.B")
                .resource("OSGI-INF/deep/hen.xml", "not looked at")
                .bytes();

        assertThat(read(jar).facts().roles()).containsOnlyKeys("one");
    }

    @Test
    void joinsTheSettingsOfOnePid() throws UnreadableJarException {
        byte[] jar = Jars.bare()
                .resource("OSGI-INF/metatype/a.xml", metatype("hen.P", "<AD id='limit' type='Integer'/>"))
                .resource("OSGI-INF/metatype/b.xml", metatype("hen.P", "<AD id='name' type='String'/>"))
                .bytes();

        assertThat(read(jar).facts().settings())
                .isEqualTo(Map.of("hen.P", Map.of("limit", "Integer", "name", "String")));
    }

    @ParameterizedTest
    @CsvSource({
        "Bundle-SymbolicName, ' ', it has no Bundle-SymbolicName",
        "Bundle-SymbolicName, ../hen, is not a symbolic name",
        "Bundle-Version, one, 'Its Bundle-Version ''one'' is not a version'",
        "Bundle-ManifestVersion, 1, Its Bundle-ManifestVersion is not 2",
        "Import-Package, 'org.slf4j;version=\"[2,1\"', has no proper version range",
        "Service-Component, OSGI-INF/absent.xml, names the component 'OSGI-INF/absent.xml'"
    })
    void refusesAManifestThatIsWrong(String header, String value, String reason) {
        refuses(Jars.bare().header(header, value).bytes(), reason);
    }

    @Test
    void refusesAJarWithoutAManifest() {
        refuses(Zips.of(Map.of("egg", new byte[1])), "It is not a bundle: it has no 'META-INF/MANIFEST.MF'");
    }

    @Test
    void refusesAManifestThatSaysAThingTwice() {
        byte[] manifest = """
                Manifest-Version: 1.0
                Bundle-ManifestVersion: 2
                Bundle-SymbolicName: hen
                Import-Package: org.slf4j
                import-package: tacit.store.sql

                """.getBytes(StandardCharsets.UTF_8);

        refuses(Zips.of(Map.of("META-INF/MANIFEST.MF", manifest)), "has the header 'import-package' twice");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<component",
                "<component><implementation/></component>",
                "<!DOCTYPE a><component name='a'/>",
                "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><component name='&e;'/>",
                "<!DOCTYPE a [<!ENTITY a 'aa'><!ENTITY b '&a;&a;'>]><component name='&b;'/>"
            })
    void refusesDescriptionsThatAreNotSound(String xml) {
        refuses(Jars.bare().component("hen.Egg", xml).bytes(), "OSGI-INF/hen.Egg.xml");
    }

    @Test
    void refusesSettingsThatAreNotSound() {
        refuses(
                Jars.bare()
                        .resource("OSGI-INF/metatype/a.xml", "<!DOCTYPE a><a/>")
                        .bytes(),
                "Its 'OSGI-INF/metatype/a.xml' is not proper XML");
    }

    @Test
    void readsXmlOfAnyDepth() throws UnreadableJarException {
        String deep = "<a>".repeat(50_000) + "</a>".repeat(50_000);

        assertThat(component(Jars.component(deep)).references()).isEmpty();
    }

    private static byte[] provider(String role, String... interfaces) {
        StringBuilder content = new StringBuilder("<property name='tacit.role' value='" + role + "'/><service>");
        for (String each : interfaces) {
            content.append("<provide interface='").append(each).append("'/>");
        }
        return Jars.bare()
                .component("a", Jars.component(content + "</service>"))
                .bytes();
    }

    private static String metatype(String pid, String settings) {
        return "<MetaData xmlns='http://www.osgi.org/xmlns/metatype/v1.2.0'><OCD id='o'>" + settings
                + "</OCD><Designate pid='" + pid + "'><Object ocdref='o'/></Designate></MetaData>";
    }

    private static ComponentFacts component(String xml) throws UnreadableJarException {
        return read(Jars.bare().component("a", xml).bytes())
                .facts()
                .components()
                .get(0);
    }

    private static ReadBundle read(byte[] bytes) throws UnreadableJarException {
        try (OpenJar jar = OpenJar.of(bytes)) {
            return ReadBundle.of(jar);
        }
    }

    private static void refuses(byte[] jar, String reason) {
        assertThatThrownBy(() -> read(jar))
                .isInstanceOf(UnreadableJarException.class)
                .hasMessageContaining(reason);
    }
}
