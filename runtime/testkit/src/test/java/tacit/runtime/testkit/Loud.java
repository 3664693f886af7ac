package tacit.runtime.testkit;

import tacit.api.learn.FailureTemplates;

/** A provider as source text, in as many versions as a test wants. */
final class Loud {

    static final String CONFIGURED = """
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="hen.Loud" configuration-policy="require">
              <service><provide interface="tacit.api.learn.FailureTemplates"/></service>
              <implementation class="hen.Loud"/>
            </scr:component>
            """;

    private Loud() {}

    static byte[] jar(String version, String word) {
        return BundleJar.named("hen.house", version)
                .provider("failure-template", FailureTemplates.class, "hen.Loud")
                .source("hen.Loud", source(word))
                .bytes();
    }

    static String source(String word) {
        return """
                package hen;
                public final class Loud implements tacit.api.learn.FailureTemplates {
                    @Override public String template(String message, String input) {
                        return "%s " + message;
                    }
                }
                """.formatted(word);
    }
}
