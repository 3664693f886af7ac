/**
 * What Mission Control shows: each panel is a service of a bundle, which says what is to be seen and never writes HTML by hand.
 *
 * <pre>
 *   browser --View--> [Panel] --Page: template and values--> Mission Control --escaped HTML--> browser
 *   browser --form--> [Panel.act] --Done--> the page again, with a sentence on what came of it
 * </pre>
 *
 * <p>Mission Control does sessions, tokens, forms that cannot be forged, escaping, navigation and live updates.
 */
@Export
@Version("1.0.0")
@NullMarked
package tacit.api.page;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
