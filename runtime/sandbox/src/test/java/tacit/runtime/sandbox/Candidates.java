package tacit.runtime.sandbox;

import tacit.api.learn.FailureTemplates;
import tacit.runtime.testkit.BundleJar;

/** Bundles that fill the role failure-template, well or badly. */
final class Candidates {

    private Candidates() {}

    /** Answers with the message. */
    static byte[] echo() {
        return answering("return message;");
    }

    /** Answers each call by these statements, which see {@code message}. */
    static byte[] answering(String statements) {
        return named("fox.echo", statements).bytes();
    }

    /** Answers with the message, and runs these statements when the bundle starts. */
    static byte[] starting(String statements) {
        return named("fox.start", "return message;")
                .header("Bundle-Activator", "fox.Start")
                .source("fox.Start", """
                        package fox;
                        public final class Start implements org.osgi.framework.BundleActivator {
                            public void start(org.osgi.framework.BundleContext context) throws Exception {
                                %s
                            }
                            public void stop(org.osgi.framework.BundleContext context) {}
                        }
                        """.formatted(statements))
                .bytes();
    }

    static BundleJar named(String symbolicName, String statements) {
        return BundleJar.named(symbolicName, "1.0.0")
                .provider("failure-template", FailureTemplates.class, "fox.Den")
                .source("fox.Den", den(statements, ""));
    }

    static String den(String statements, String members) {
        return """
                package fox;
                import java.io.*;
                import java.net.*;
                import java.nio.file.*;
                import java.util.*;
                public final class Den implements tacit.api.learn.FailureTemplates {
                    %s
                    @Override public String template(String message, String input) {
                        try {
                            return answer(message);
                        } catch (Exception failure) {
                            return failure.getClass().getSimpleName();
                        }
                    }
                    private String answer(String message) throws Exception {
                        %s
                    }
                }
                """.formatted(members, statements);
    }
}
