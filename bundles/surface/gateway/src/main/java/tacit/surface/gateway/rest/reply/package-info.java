/** What all resources read calls and write answers with: JSON, parameters, fields, pages. */
@NullMarked
package tacit.surface.gateway.rest.reply;

import org.jspecify.annotations.NullMarked;
