#pragma once
#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <string.h>

// Swift imports neither varargs functions, function-like macros nor C function pointers with a buffer to fill in
// a typed way; each one needed gets a name here.

// BIO_get_mem_data is a macro: the bytes that a memory BIO holds, owned by it.
static inline long kanhe_bio_bytes(BIO *bio, const char **bytes) {
  return BIO_get_mem_data(bio, (char **)bytes);
}

// Gives the passphrase in `user` to OpenSSL. Without a callback it would ask on the terminal.
static inline int kanhe_give_passphrase(char *buffer, int size, int writing, void *user) {
  (void)writing;
  int length = user == NULL ? 0 : (int)strlen((const char *)user);
  if (length == 0 || length > size) return -1;
  memcpy(buffer, user, (size_t)length);
  return length;
}

// The two calls that take the callback, so that it need not cross into Swift.
static inline EVP_PKEY *kanhe_read_private_key(BIO *bio, const char *passphrase) {
  return PEM_read_bio_PrivateKey(bio, NULL, kanhe_give_passphrase, (void *)passphrase);
}
static inline int kanhe_write_private_key(BIO *bio, const EVP_PKEY *key, const char *passphrase) {
  return PEM_write_bio_PKCS8PrivateKey(
      bio, key, EVP_aes_256_cbc(), NULL, 0, kanhe_give_passphrase, (void *)passphrase);
}
