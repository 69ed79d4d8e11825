export { handleAuth as GET, handleAuth as POST } from '@/lib/identity/http/next-auth'
