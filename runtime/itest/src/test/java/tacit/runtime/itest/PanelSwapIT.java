package tacit.runtime.itest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bundle of panels that becomes another version while somebody has a page of it open. */
class PanelSwapIT {

    private static final String PANELS = "tacit.panel.host";
    private static final String PID = "tacit.learn.template.MaskingTemplates";
    private static final String PAGE = "/mission/settings/" + PID + "/longest";

    @TempDir
    static Path work;

    private static Tacit host;
    private static Api api;
    private static PageHolder ada;

    @BeforeAll
    static void start() throws Exception {
        Path data = work.resolve("data");
        host = Tacit.up(data);
        api = new Api(data);
        ada = new PageHolder(api.address(), api.operator());
    }

    @AfterAll
    static void stop() throws Exception {
        int code = host.terminate();
        host.close();
        assertThat(code).isZero();
    }

    @Test
    void answersAnOldPageByTheNewVersionAndTakesItsForm() throws Exception {
        HttpResponse<String> held = ada.look(PAGE);
        assertThat(held.statusCode()).as(held.body()).isEqualTo(200);
        assertThat(held.body()).doesNotContain("Made by version 1.0.1");
        stage("1.0.1");

        activate("1.0.1");

        HttpResponse<String> again = ada.lookAgain(PAGE);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).contains("Made by version 1.0.1");
        Map<String, String> fields = new HashMap<>(Map.of("pid", PID, "key", "longest", "value", "90"));
        HttpResponse<String> taken = press(held, "settings", "change", PAGE, fields);
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(303);
        assertThat(taken.headers().firstValue("Location")).contains(PAGE);
        assertThat(ada.look(PAGE).body()).contains("Made by version 1.0.1", "is changed, with a new generation");
        assertThat(api.get("/v1/settings?pid=" + PID, api.operator()).body()).contains("\"value\":\"90\"");
    }

    @Test
    void answersEveryRequestWhileVersionsComeAndGo() throws Exception {
        stage("1.0.2");
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger answers = new AtomicInteger();
        List<String> wrong = Collections.synchronizedList(new ArrayList<>());
        Thread reader = new Thread(() -> read(ada, over, answers, wrong), "reader");
        reader.start();

        for (int i = 0; i < 4; i++) {
            activate("1.0.2");
            assertThat(api.shell("tacit:rollback")).contains("is active");
        }
        over.set(true);
        reader.join();

        assertThat(wrong).isEmpty();
        assertThat(answers.get()).isPositive();
    }

    @Test
    void activatesAnotherVersionOfThePageThatAsksForIt() throws Exception {
        stage("1.0.3");
        String sha256 = first(
                api.get("/v1/bundles", api.operator()).body(),
                "\"sha256\":\"([0-9a-f]{64})\",\"file\":\"" + PANELS + "-1.0.3.jar\"");
        String page = "/mission/bundles/" + sha256 + "/plan";
        HttpResponse<String> plan = ada.look(page);
        assertThat(plan.body()).contains(PANELS + " 1.0.3", "Activate");
        Map<String, String> fields = new HashMap<>();
        fields.put("sha256", sha256);
        fields.put("from", first(plan.body(), "name=\"from\" value=\"(\\d+)\""));

        HttpResponse<String> taken = press(plan, "bundles", "activate", page, fields);

        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(303);
        assertThat(ada.look("/mission/bundles/" + sha256).body()).contains("decides now");
        assertThat(ada.look(PAGE).body()).contains("Made by version 1.0.3");
        assertThat(press(plan, "bundles", "activate", page, fields).statusCode())
                .isEqualTo(409);
    }

    private static void stage(String version) throws Exception {
        assertThat(api.shell("tacit:stage '" + next(version) + "'")).contains("staged");
    }

    private static void activate(String version) throws Exception {
        assertThat(api.shell("tacit:activate " + PANELS + "@" + version)).contains("is active");
    }

    /** Sends a form of a page that was got some time ago. */
    private static HttpResponse<String> press(
            HttpResponse<String> held, String panel, String act, String page, Map<String, String> fields)
            throws Exception {
        fields.put("~token", PageHolder.mark(held.body()));
        fields.put("~at", page.substring("/mission/".length()));
        return ada.press("/mission/" + panel + "/~/" + act, fields);
    }

    private static String first(String text, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(1);
    }

    private static void read(PageHolder holder, AtomicBoolean over, AtomicInteger answers, List<String> wrong) {
        try {
            while (!over.get()) {
                HttpResponse<String> answer = holder.lookAgain(PAGE);
                boolean whole = answer.statusCode() == 200 && answer.body().contains("Change it");
                if (!whole) {
                    wrong.add(answer.statusCode() + ": " + answer.body());
                }
                answers.incrementAndGet();
            }
        } catch (IOException | InterruptedException e) {
            wrong.add(e.toString());
        }
    }

    /** The bundle of panels with another version, which stands on its page of a setting. */
    private static Path next(String version) throws IOException {
        Path jar = work.resolve(PANELS + "-" + version + ".jar");
        try (InputStream old = Files.newInputStream(shipped());
                JarInputStream from = new JarInputStream(old);
                OutputStream file = Files.newOutputStream(jar)) {
            Manifest manifest = Optional.ofNullable(from.getManifest()).orElseThrow();
            manifest.getMainAttributes().putValue("Bundle-Version", version);
            try (JarOutputStream to = new JarOutputStream(file, manifest)) {
                for (JarEntry entry = from.getNextJarEntry(); entry != null; entry = from.getNextJarEntry()) {
                    to.putNextEntry(new JarEntry(entry.getName()));
                    from.transferTo(to);
                    if (entry.getName().endsWith("/setting.peb")) {
                        to.write(("<p>Made by version " + version + "</p>").getBytes(UTF_8));
                    }
                    to.closeEntry();
                }
            }
        }
        return jar;
    }

    private static Path shipped() throws IOException {
        try (Stream<Path> jars = Files.list(Tacit.image().resolve("harness"))) {
            return jars.filter(jar -> jar.getFileName().toString().startsWith(PANELS + "-"))
                    .findFirst()
                    .orElseThrow()
                    .toRealPath();
        }
    }
}
