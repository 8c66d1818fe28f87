/**
 * What people of the clinic add to the images: measurements and key images, and how each of them likes the viewer.
 * Studies are referred to by UID only.
 */
package org.hospitalviewer.clinical;
