/**
 * Files that people bring with their browser. A small one comes in one request, a large one in pieces that lie in the home
 * folder until the last has come; where a connection broke, the rest follows later.
 */
package org.hospitalviewer.ingest.upload;
