/** {@code /api/docs}: what programs can ask of the appliance, as OpenAPI 3.1, written from the routes themselves. */
package org.hospitalviewer.access.docs;
