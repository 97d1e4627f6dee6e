#pragma once
#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>
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

// EVP_PKEY_Q_keygen takes varargs: a new key pair on the curve of SM2.
static inline EVP_PKEY *kanhe_new_sm2_key(void) { return EVP_PKEY_Q_keygen(NULL, NULL, "SM2"); }

// Type and value as ints, because OpenSSL's macros around EVP_PKEY_CTX_set1_id hide a void pointer and a cast.
static inline int kanhe_set_sm2_id(EVP_PKEY_CTX *context, const uint8_t *id, size_t length) {
  return EVP_PKEY_CTX_set1_id(context, id, (int)length);
}

// The certificate takes the octet string over, also where it keeps none: this call frees what was not taken.
static inline int kanhe_set_certificate_id(X509 *certificate, const uint8_t *id, size_t length) {
  ASN1_OCTET_STRING *value = ASN1_OCTET_STRING_new();
  if (value == NULL) return 0;
  if (ASN1_OCTET_STRING_set(value, id, (int)length) != 1) {
    ASN1_OCTET_STRING_free(value);
    return 0;
  }
  X509_set0_distinguishing_id(certificate, value);
  return 1;
}

// ASN1_TIME_to_tm fills a struct tm, which is turned into seconds since 1970 with timegm.
static inline int kanhe_seconds(const ASN1_TIME *time, int64_t *seconds) {
  struct tm parts;
  if (time == NULL || ASN1_TIME_to_tm(time, &parts) != 1) return 0;
  *seconds = (int64_t)timegm(&parts);
  return 1;
}

// Stacks are macros: the last certificate of a path that was verified, borrowed from it.
static inline X509 *kanhe_end_of_chain(X509_STORE_CTX *path) {
  STACK_OF(X509) *chain = X509_STORE_CTX_get0_chain(path);
  int count = chain == NULL ? 0 : sk_X509_num(chain);
  return count > 0 ? sk_X509_value(chain, count - 1) : NULL;
}

// Flags are macros with casts: a name as RFC 2253 writes it, in UTF-8 instead of escapes.
static inline int kanhe_print_name(BIO *bio, const X509_NAME *name) {
  return X509_NAME_print_ex(bio, name, 0, XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB);
}
